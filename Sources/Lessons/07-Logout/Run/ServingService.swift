import AuthService
import Classroom
import Foundation
import Logging

/// A measured service that listens, and a client of it.
struct ServingService {
    let client: LocalClient
    let token: String

    /// - Throws: `URLError` for any answer but 200.
    func getMyInfo() async throws {
        guard try await client.get("/my-info", token: token) == 200 else { throw URLError(.badServerResponse) }
    }
}

extension MeasuredService {
    /// Listens on a free port while something is done.
    func serving<Result>(_ work: (ServingService) async throws -> Result) async throws -> Result {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = ServiceApplication(parts, features: features)
        let running = Task {
            defer { found.finish() }
            var logger = Logger(label: "measured") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = parts.settings.logLevel
            try await application.run(logger: logger) { found.yield($0) }
        }
        defer { running.cancel() }
        for await port in ports {
            return try await LocalClient.connect(to: "127.0.0.1", port) {
                try await work(ServingService(client: $0, token: token))
            }
        }
        throw URLError(.cannotConnectToHost)
    }
}
