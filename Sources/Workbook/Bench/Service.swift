import Foundation
import Processes

/// The server that is measured: a process of its own, with accounts in a file and passwords hashed at the usual cost.
final class Service {
    let port: Int
    private let program: RunningProgram
    private let folder: URL

    /// - Throws: ``Trouble`` with what the program said if it does not start.
    init(_ path: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "workbook-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var random = SystemRandomNumberGenerator()
        let secret = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        program = try RunningProgram(
            Program(
                path, ["--solution"],
                environment: [
                    "JWT_SECRET": secret.base64EncodedString(), "DATABASE": folder.appending(path: "bench.sqlite").path,
                    "HOST": "127.0.0.1", "PORT": "0", "LOG_LEVEL": "warning", "LOGIN_ATTEMPTS": "1000",
                    "WORKBOOK_STATE": folder.path,
                ]))
        let start = "listening on http://127.0.0.1:"
        do {
            let line = try program.waitForLine(startingWith: start, within: .seconds(20))
            guard let port = Int(line.dropFirst(start.count)) else { throw Trouble("\(line) names no port") }
            self.port = port
        } catch {
            throw Trouble("\(path) did not start: \(error)\n\(String(decoding: program.standardError, as: UTF8.self))")
        }
    }

    deinit {
        program.stop(grace: .seconds(10))
        try? FileManager.default.removeItem(at: folder)
    }

    /// The most memory that the process has had, in MiB; nil where the system does not say.
    var peakMemory: Int? {
        let status = try? String(contentsOfFile: "/proc/\(program.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 / 1024 }
    }
}
