import ArgumentParser
import Tokens
import Users

struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a user for good. The id is never used again.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The user's id, as show and list print it.")
    var id: String

    func run() async throws {
        let accounts = try common.accounts()
        try await common.refusing {
            guard let id = UserID(id), try await accounts.users.remove(id) else { throw Refusal.noSuchID }
            common.say(JSONObject([.init("removed", .string(id.text))]), "removed \(id)")
        }
    }
}
