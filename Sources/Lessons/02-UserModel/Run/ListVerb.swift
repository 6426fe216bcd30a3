import ArgumentParser
import LessonKit
import Tokens
import Users

struct List: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List all users by name, each on a line.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Option(help: .database) var database: String?
    @Flag(help: .json) var json = false

    func run() async throws {
        try await withAccounts { open in
            let answers = try await open.accounts.users.all().map(open.steps.answer(for:))
            if json {
                print(JSONObject([.init("users", .array(answers.map { .object($0) }))]).json)
            } else if answers.isEmpty {
                print("nobody yet")
            } else {
                for answer in answers { print(answer.members.map(\.value.plain).joined(separator: "  ")) }
            }
        }
    }
}
