import NIOCore
import NIOPosix

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
        return (try? await asked.value)?.hasPrefix("HTTP/1.1 200 ") ?? false
    }

    /// The beginning of the answer.
    private func ask() async throws -> String {
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.seconds(2))
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await connection.executeThenClose { inbound, outbound in
            try await outbound.write(
                ByteBuffer(string: "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
            for try await bytes in inbound { return String(buffer: bytes) }
            return ""
        }
    }
}
