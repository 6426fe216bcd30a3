import ArgumentParser
import LessonKit
import Tokens
import Users

struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove a user for good. The id is never given out again.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @Argument(help: "The user's id, as list shows it.") var id: String

    func run() async throws {
        try await common.withAccounts(version) { open in
            guard let id = UserID(id), try await open.accounts.users.remove(id) else { throw Refusal.unknownID }
            print(common.json ? JSONObject([.init("removed", .string(id.text))]).json : "removed \(id)")
        }
    }
}
