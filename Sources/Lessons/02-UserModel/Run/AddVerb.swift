import ArgumentParser
import Tokens
import Users

struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an account.", discussion: "The password is read from standard input.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The user's name.")
    var name: String

    func run() async throws {
        let accounts = try common.accounts()
        try await common.refusing {
            let user = try await accounts.add(name, try TypedPassword.read())
            let answer = try common.steps().answer(for: user)
            common.say(answer, "added \(answer.json)")
        }
    }
}
