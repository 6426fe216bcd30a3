import Classroom

/// Asks the service on this machine how it is: all that an image needs for its HEALTHCHECK, so that no curl has to be
/// in it.
struct HealthCheck {
    private let host: String
    private let port: Int

    /// - Parameter environment: the same as the service's.
    init(_ environment: [String: String]) {
        let everywhere = ["0.0.0.0": "127.0.0.1", "::": "::1"]
        let configured = environment["HOST"] ?? "0.0.0.0"
        host = everywhere[configured] ?? configured
        port = environment["PORT"].flatMap { Int($0) } ?? 5000
    }

    /// Whether `GET /healthz` is answered with 200 within two seconds.
    func isAlive() async -> Bool {
        let asked = Task { try await ask() }
        let patience = Task {
            try await Task.sleep(for: .seconds(2))
            asked.cancel()
        }
        defer { patience.cancel() }
        return (try? await asked.value) == 200
    }

    private func ask() async throws -> Int? {
        try await LocalClient.connect(to: host, port) { try await $0.get("/healthz") }
    }
}
