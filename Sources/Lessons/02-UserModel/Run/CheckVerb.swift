import ArgumentParser
import Tokens
import Users

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell whether a password is a user's.",
        discussion: "The password is read from standard input. Exit status 0 if it is, 1 if not.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The user's name, in any spelling.")
    var name: String

    func run() async throws {
        let accounts = try common.accounts()
        try await common.refusing {
            let password = try TypedPassword.read()
            guard let user = try await accounts.user(named: name) else { throw Refusal.noSuchUser }
            guard try accounts.check(password, of: user) else { throw Refusal.wrongPassword }
            common.say(JSONObject([.init("valid", .boolean(true))]), "valid: this is the password")
        }
    }
}
