import Foundation
package import Processes
import Synchronization

/// The servers that tests share: one for each lesson, subject and configuration, started when the first test asks for it. Each has an
/// admin, ``Account/root``.
enum ServerPool {
    private struct Key: Hashable {
        let product: String
        let subject: Subject
        let environment: [String: String?]
    }

    private static let servers = Mutex<[Key: Result<StartedServer, any Error>]>([:])

    static func server(
        _ product: String, _ subject: Subject, _ environment: [String: String?]
    ) throws -> StartedServer {
        try servers.withLock { servers in
            let key = Key(product: product, subject: subject, environment: environment)
            let server =
                servers[key]
                ?? Result {
                    try StartedServer(
                        product, subject, environment: environment.merging(Account.rootSettings) { $1 })
                }
            servers[key] = server
            return server
        }.get()
    }
}

/// A lesson's server that the tests have started on a free port.
package struct StartedServer: Sendable {
    package let process: RunningProgram
    /// Such as `http://127.0.0.1:41234`.
    package let base: String
    private let state: TemporaryFolder

    /// - Parameters:
    ///   - arguments: what it is told besides the version.
    ///   - environment: configuration besides the secret, the cost of hashing and an in-memory database; nil
    ///     takes a variable away.
    /// - Throws: ``CannotStart`` with what the program said.
    package init(
        _ product: String, _ subject: Subject, _ arguments: [String] = [], environment: [String: String?] = [:]
    ) throws {
        let program = try LessonProgram(product)
        state = try TemporaryFolder()
        let variables = ServerConfiguration.forTests(state: state.path, with: environment)
        do {
            process = try RunningProgram(
                Program(program.path, subject.options + arguments, environment: variables))
        } catch {
            throw CannotStart("\(error)")
        }
        do {
            let start = "listening on "
            base = String(try process.waitForLine(startingWith: start, within: .seconds(10)).dropFirst(start.count))
        } catch {
            let said = LastWords(String(decoding: process.standardError, as: UTF8.self)).text
            throw CannotStart("\(product) did not start: \(error). It said:\n\(said)")
        }
    }
}
