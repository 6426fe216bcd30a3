import ArgumentParser
import LessonKit
import Tokens
import Users

struct Remove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove a user for good. The id is never given out again.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Option(help: .database) var database: String?
    @Flag(help: .json) var json = false
    @Argument(help: "The user's id, as list shows it.") var id: String

    func run() async throws {
        try await withAccounts { open in
            guard let id = UserID(id), try await open.accounts.users.remove(id) else { throw Refusal.unknownID }
            print(json ? JSONObject([.init("removed", .string(id.text))]).json : "removed \(id)")
        }
    }
}
