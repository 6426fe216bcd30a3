import Foundation
import Processes
package import Testing

/// Judges a test of a lesson that is a server; the servers of one lesson and subject are shared by its tests.
///
/// - Parameter configuration: what the server is told whose accounts are on disk; nil is one with accounts in memory.
package func judge(
    server product: String, onDisk configuration: [String: String?]? = nil,
    isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (ServerLesson) async throws -> Void
) async throws {
    try await judge(sourceLocation: sourceLocation) { trial in
        let start = ServerStart(product: product, trial: trial)
        try await body(configuration.map { try start.sharedOnDisk($0) } ?? ServerLesson(product, trial))
    }
}

/// Judges a test that needs a server of its own: with other configuration, or to be stopped and started again.
///
/// - Parameters:
///   - asItIs: whether a server that runs elsewhere is judged too, as it is set up; otherwise the test is cancelled.
///   - body: gets what starts such a server.
package func judge(
    ownServer product: String, elsewhere asItIs: Bool = false, isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (ServerStart) async throws -> Void
) async throws {
    if !asItIs, Subject.chosen.contains(where: \.isElsewhere) {
        try Test.cancel("This test starts a server of its own, so it cannot judge one that runs elsewhere.")
    }
    try await judge(sourceLocation: sourceLocation) { trial in
        try await body(ServerStart(product: product, trial: trial))
    }
}

/// Starts servers for one test.
package struct ServerStart: Sendable {
    fileprivate let product: String
    fileprivate let trial: Trial

    /// Starts a server, or takes the one that runs elsewhere as it is.
    ///
    /// - Parameters:
    ///   - environment: its configuration besides the secret, the cost of hashing and an in-memory database; nil takes
    ///     a variable away.
    ///   - seconds: by how much its clock is ahead, so that nobody has to wait for the end of anything.
    package func callAsFunction(_ environment: [String: String?] = [:], ahead seconds: Int = 0) throws -> ServerLesson {
        if trial.subject.isElsewhere { return try ServerLesson(product, trial) }
        return ServerLesson(
            trial, try StartedServer(product, trial.subject, ahead: seconds, environment: environment))
    }

    /// A server that all tests share that ask for this configuration and this clock. Its accounts are on disk: as in
    /// earnest, and unlike those in memory, they are read by many while one writes.
    package func sharedOnDisk(_ environment: [String: String?] = [:], ahead seconds: Int = 0) throws -> ServerLesson {
        try ServerLesson(product, trial, environment: disk().settings.merging(environment) { $1 }, ahead: seconds)
    }

    /// Where all servers have their accounts that are shared on disk.
    package func disk() throws -> DatabaseFile { try ServerPool.disk(of: product, trial.subject) }
}

extension ServerLesson {
    /// The server that tests share, in this configuration.
    init(_ product: String, _ trial: Trial, environment: [String: String?] = [:], ahead seconds: Int = 0) throws {
        if case .url(let url) = trial.subject {
            let base = url.absoluteString
            self.init(trial, base: base.hasSuffix("/") ? String(base.dropLast()) : base, process: nil)
        } else {
            self.init(trial, try ServerPool.server(product, trial.subject, environment, ahead: seconds))
        }
    }

    init(_ trial: Trial, _ server: StartedServer) {
        trial.noteBorrowing(in: String(decoding: server.process.standardError, as: UTF8.self))
        self.init(trial, base: server.base, process: server.process)
    }
}
