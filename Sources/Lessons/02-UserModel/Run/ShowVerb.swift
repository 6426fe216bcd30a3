import ArgumentParser
import GRDB
import LessonKit
import Tokens
import Users

struct Show: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what others may see of a user.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Option(help: .database) var database: String?
    @Flag(help: .json) var json = false
    @Argument(help: .name) var name: String

    @Flag(help: "Show the row as it stands in the database, as a thief would see it.")
    var stored = false

    func run() async throws {
        try await withAccounts { open in
            let user = try await open.user(named: name)
            tell(stored ? try await open.row(of: user) : open.steps.answer(for: user))
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
