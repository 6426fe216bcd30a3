import ArgumentParser
import GRDB
import LessonKit
import Tokens
import Users

struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what others may see of a user.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @Argument(help: "The user's name, in any spelling.") var name: String

    @Flag(help: "Show the row as it stands in the database, as a thief would see it.")
    var stored = false

    func run() async throws {
        try await common.withAccounts(version) { open in
            let user = try await open.user(named: name)
            common.tell(stored ? try await open.row(of: user) : open.steps.answer(for: user))
        }
    }
}

extension OpenAccounts {
    /// All columns of a user's row, as SQLite has them.
    fileprivate func row(of user: User) async throws -> JSONObject {
        try await database.read { database in
            let row = try Row.fetchOne(database, sql: "SELECT * FROM user WHERE id = ?", arguments: [user.id])
            return JSONObject((row ?? Row()).map { JSONObject.Member($0, JSONValue($1)) })
        }
    }
}

extension JSONValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(Int(number))
        case .double(let number): self = .number(number)
        case .string(let text): self = .string(text)
        case .blob(let data): self = .string("\(data.count) bytes")
        }
    }
}
