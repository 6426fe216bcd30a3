import Foundation
package import Processes
import Synchronization

/// The servers that tests share: one for each lesson, subject, configuration and clock, started when the first test
/// asks for it. Each has an admin, ``Account/root``.
enum ServerPool {
    private struct Key: Hashable {
        let product: String
        let subject: Subject
        let environment: [String: String?]
        let ahead: Int
    }

    private struct Disk: Hashable {
        let product: String
        let subject: Subject
    }

    private static let disks = Mutex<[Disk: DatabaseFile]>([:])
    private static let servers = Mutex<[Key: Place]>([:])

    /// Where a server stands once it is started: who needs another one does not wait for it.
    private final class Place: Sendable {
        private let server = Mutex<Result<StartedServer, any Error>?>(nil)

        func server(_ start: () throws -> StartedServer) throws -> StartedServer {
            try server.withLock { server in
                let result = server ?? Result { try start() }
                server = result
                return result
            }.get()
        }
    }

    static func disk(of product: String, _ subject: Subject) throws -> DatabaseFile {
        try disks.withLock { disks in
            let key = Disk(product: product, subject: subject)
            let disk = try disks[key] ?? DatabaseFile()
            disks[key] = disk
            return disk
        }
    }

    static func server(
        _ product: String, _ subject: Subject, _ environment: [String: String?], ahead seconds: Int = 0
    ) throws -> StartedServer {
        let key = Key(product: product, subject: subject, environment: environment, ahead: seconds)
        let place = servers.withLock { servers in
            let place = servers[key] ?? Place()
            servers[key] = place
            return place
        }
        return try place.server {
            try StartedServer(
                product, subject, ahead: seconds, environment: environment.merging(Account.rootSettings) { $1 })
        }
    }
}

/// A lesson's server that the tests have started on a free port.
package struct StartedServer: Sendable {
    package let process: RunningProgram
    /// Such as `http://127.0.0.1:41234`.
    package let base: String
    private let state: TemporaryFolder

    /// - Parameters:
    ///   - seconds: by how much its clock is ahead.
    ///   - environment: configuration besides the secret, the cost of hashing and an in-memory database; nil
    ///     takes a variable away.
    /// - Throws: ``CannotStart`` with what the program said.
    package init(
        _ product: String, _ subject: Subject, ahead seconds: Int = 0, environment: [String: String?] = [:]
    ) throws {
        let arguments = seconds == 0 ? [] : ["--ahead", "\(seconds)"]
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
