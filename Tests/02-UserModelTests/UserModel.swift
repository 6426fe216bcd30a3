import Foundation
import TestSupport
import Testing
import Tokens

/// The lesson as a test speaks to it: one function a verb, on a database of the test's own.
struct UserModel: Sendable {
    /// Good by every rule.
    static let passphrase = "a walk along the river at dusk"

    let folder: TemporaryFolder
    private var program: CommandLineLesson

    init(_ trial: Trial) throws {
        folder = try TemporaryFolder()
        program = try CommandLineLesson("user-model", trial).with("SCRYPT_LOG2_N", "10")
    }

    /// The same accounts, with another cost of hashing.
    func withCost(_ log2N: String) -> Self {
        var copy = self
        copy.program = program.with("SCRYPT_LOG2_N", log2N)
        return copy
    }

    var database: String { "\(folder.path)/accounts.sqlite" }
    private var here: [String] { ["--database", database] }

    func add(_ name: String, _ password: String = passphrase) throws -> Answer {
        try program.run("add", here + ["--json", "--", name], standardInput: password)
    }

    func check(_ name: String, _ password: String = passphrase) throws -> Answer {
        try program.run("check", here + ["--json", "--", name], standardInput: password)
    }

    func show(_ name: String) throws -> Answer { try program.run("show", here + ["--json", "--", name]) }

    func list() throws -> Answer { try program.run("list", here + ["--json"]) }

    func remove(_ id: String) throws -> Answer { try program.run("remove", here + ["--json", "--", id]) }

    /// The row as it stands in the database.
    func stored(_ name: String) throws -> Answer {
        try program.run("show", here + ["--json", "--stored", "--", name])
    }

    /// The password's hash as it stands in the database.
    func storedHash(_ name: String) throws -> String {
        let answer = try stored(name)
        guard case .string(let hash) = answer.object?["password_hash"] else {
            try answer.require(
                false, "the row of \(name) has a text in the column password_hash", expected: "a password_hash",
                because: "Without it nobody could ever log in.")
            return ""
        }
        return hash
    }

    /// A verb as a person would type it, in the version that is judged.
    func plain(_ verb: String, _ arguments: [String] = [], standardInput: String = "") throws -> Answer {
        try program.run(verb, here + arguments, standardInput: standardInput)
    }

    /// A verb in our version, on the same accounts.
    func ours(_ verb: String, _ arguments: String..., standardInput: String = "") throws -> Answer {
        try program.runOurs(verb, here + ["--json"] + arguments, standardInput: standardInput)
    }

    func runExactly(_ arguments: [String], standardInput: [UInt8] = []) throws -> Answer {
        try program.run(exactly: arguments, standardInput: standardInput)
    }

    /// Adds a user and kills the program the moment that it has answered; returns the answer.
    func addAndKill(_ name: String) throws -> String {
        try program.runAndKill("add", here + ["--json", "--", name], standardInput: Self.passphrase)
    }

    /// All bytes of the database and of the files beside it.
    func bytesOnDisk() throws -> Data {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try files.reduce(into: Data()) { $0 += try Data(contentsOf: URL(filePath: "\(folder.path)/\($1)")) }
    }

    /// Writes other bytes over a text in the database file, in the same number.
    func overwrite(_ old: String, with new: String) throws {
        var data = try Data(contentsOf: URL(filePath: database))
        guard old.utf8.count == new.utf8.count, let place = data.range(of: Data(old.utf8)) else {
            throw CannotStart("The text to be overwritten is not in the database file.")
        }
        data.replaceSubrange(place, with: Data(new.utf8))
        try data.write(to: URL(filePath: database))
    }
}

/// Judges a test of this lesson.
func judgeUserModel(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (UserModel) throws -> Void
) async throws {
    try await judge(sourceLocation: sourceLocation) { trial in try body(UserModel(trial)) }
}

extension Answer {
    /// Claims that the command refused, and for this reason.
    func expectRefused(_ claim: String, _ reason: String, because why: String) throws {
        try expect(claim, status: 1, [.init("reason", .string(reason))], because: why)
    }

    /// A member that is a text; empty if there is none.
    func text(_ name: String) -> String {
        guard case .string(let text) = object?[name] else { return "" }
        return text
    }
}
