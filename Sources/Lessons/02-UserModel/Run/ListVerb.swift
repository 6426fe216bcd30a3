import ArgumentParser
import LessonKit
import Tokens
import Users

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all users by name, each on a line.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.withAccounts(version) { open in
            let answers = try await open.accounts.users.all().map(open.steps.answer(for:))
            if common.json {
                print(JSONObject([.init("users", .array(answers.map { .object($0) }))]).json)
            } else if answers.isEmpty {
                print("nobody yet")
            } else {
                for answer in answers { print(answer.members.map(\.value.plain).joined(separator: "  ")) }
            }
        }
    }
}
