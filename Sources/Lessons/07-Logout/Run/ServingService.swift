import AuthService
import Foundation
import Logging

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A measured service that listens, and a client of it.
struct ServingService: Sendable {
    private let request: URLRequest

    init(port: Int, token: String) throws {
        guard let url = URL(string: "http://127.0.0.1:\(port)/my-info") else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        self.request = request
    }

    /// - Throws: `URLError` for any answer but 200.
    func getMyInfo() async throws {
        let (_, answer) = try await URLSession.shared.data(for: request)
        guard (answer as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }
    }
}

extension MeasuredService {
    /// Listens on a free port while something is done.
    func serving<Result: Sendable>(_ work: @Sendable (ServingService) async throws -> Result) async throws -> Result {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = ServiceApplication(parts, features: features)
        let running = Task {
            defer { found.finish() }
            var logger = Logger(label: "measured") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = parts.settings.logLevel
            try await application.run(logger: logger) { found.yield($0) }
        }
        defer { running.cancel() }
        for await port in ports { return try await work(try ServingService(port: port, token: token)) }
        throw URLError(.cannotConnectToHost)
    }
}
