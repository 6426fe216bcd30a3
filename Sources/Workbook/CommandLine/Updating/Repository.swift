import Foundation
import Processes

/// The course's git repository, asked by the program `git`.
struct Repository {
    let root: URL

    /// What a command prints.
    /// - Throws: ``Fault`` with git's own words if it fails.
    @discardableResult
    func git(_ arguments: String...) throws -> String {
        let result = try capture(arguments)
        guard result.isSuccess else {
            throw Fault("git \(arguments.joined(separator: " ")) failed:\n\(result.errors.trimmedAtEnd)")
        }
        return result.output.trimmedAtEnd
    }

    /// What a command prints; nil if it fails.
    func ask(_ arguments: String...) throws -> String? {
        let result = try capture(arguments)
        return result.isSuccess ? result.output : nil
    }

    private func capture(_ arguments: [String]) throws -> Captured {
        try Program(
            "git", arguments, environment: ["GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"],
            workingDirectory: root.path
        ).capture(timeout: .seconds(300))
    }

    /// The paths that a command prints, each ended by NUL.
    func paths(_ arguments: String...) throws -> [String] {
        let result = try capture(arguments)
        guard result.isSuccess else { throw Fault("git failed:\n\(result.errors.trimmedAtEnd)") }
        return result.output.split(separator: "\0").map(String.init)
    }
}
