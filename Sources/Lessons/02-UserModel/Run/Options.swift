import ArgumentParser
import Foundation
import LessonKit
import Tokens
import Users

/// A verb of this lesson.
protocol Verb: AsyncParsableCommand, Versioned {
    /// The file with the accounts.
    var database: String? { get }
    var json: Bool { get }
}

extension ArgumentHelp {
    static let database: Self = "The file with the accounts; without it, user-model.sqlite in .workbook."
    static let name: Self = "The user's name, in any spelling."
}

extension Verb {
    func validate() throws { _ = try choose(from: versions) }

    /// Opens the accounts and does something with them; what is refused is told, and ends with exit status 1.
    func withAccounts(_ body: (OpenAccounts) async throws -> Void) async throws {
        if database?.isEmpty == true { throw ValidationError("--database takes the name of a file.") }
        let cost = try HashingCost.fromEnvironment()
        let path = database ?? WorkbookState.folder.appending(path: "user-model.sqlite").relativePath
        do {
            if database == nil {
                try FileManager.default.createDirectory(at: WorkbookState.folder, withIntermediateDirectories: true)
            }
            let steps = try choose(from: versions)
            try await body(OpenAccounts(path: path, steps: steps, cost: cost))
        } catch {
            guard let refusal = Refusal(error, database: path) else { throw error }
            print(json ? refusal.json : "refused (\(refusal.reason)): \(refusal.sentence)")
            throw ExitCode.failure
        }
    }

    /// Prints an answer: as JSON, or each member on a line of its own.
    func tell(_ answer: JSONObject) {
        print(json ? answer.json : answer.lines)
    }
}

/// A database that is open, and how the chosen version keeps accounts in it.
struct OpenAccounts {
    let database: AccountDatabase
    let accounts: Accounts
    let steps: any AccountSteps

    init(path: String, steps: any AccountSteps, cost: ScryptCost) throws {
        database = try AccountDatabase(path: path, steps: steps)
        accounts = Accounts(database, steps: steps, cost: cost)
        self.steps = steps
    }

    /// The user with this name.
    ///
    /// - Throws: ``Refusal`` if there is none.
    func user(named name: String) async throws -> User {
        guard let user = try await accounts.user(named: name) else { throw Refusal.unknownUser }
        return user
    }
}

extension JSONObject {
    /// A member on each line, for people. What a terminal would act on is escaped.
    fileprivate var lines: String {
        let width = members.map(\.name.count).max() ?? 0
        return members.map { member in
            let gap = String(repeating: " ", count: width - member.name.count + 2)
            return member.name + gap + member.value.plain
        }.joined(separator: "\n")
    }
}

extension JSONValue {
    /// The value for people: text without quotes.
    var plain: String {
        if case .string = self { String(json.dropFirst().dropLast()) } else { json }
    }
}
