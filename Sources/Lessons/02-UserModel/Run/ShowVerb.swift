import ArgumentParser
import Tokens
import Users

struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what others may see of a user.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The user's name, in any spelling.")
    var name: String

    func run() async throws {
        let accounts = try common.accounts()
        try await common.refusing {
            guard let user = try await accounts.user(named: name) else { throw Refusal.noSuchUser }
            let answer = try common.steps().answer(for: user)
            common.say(answer, answer.json)
        }
    }
}

struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List all users, by name.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let users = try await common.accounts().users.all()
        let steps = try common.steps()
        let answers = users.map { steps.answer(for: $0) }
        let lines = answers.isEmpty ? "nobody yet" : answers.map(\.json).joined(separator: "\n")
        common.say(JSONObject([.init("users", .array(answers.map(JSONValue.object)))]), lines)
    }
}
