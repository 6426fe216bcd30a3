import ArgumentParser
import LessonKit
import Tokens
import Users

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell whether a password is a user's.",
        discussion: "The password is one line of standard input, or is typed without being shown. "
            + "If it is right and its hash was cheaper than today's, the hash is made anew.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @Argument(help: "The user's name, in any spelling.") var name: String

    func run() async throws {
        try await common.withAccounts(version) { open in
            let password = try PasswordInput.read()
            let user = try await open.user(named: name)
            guard try open.accounts.check(password, of: user) else { throw Refusal.wrongPassword }
            let isRenewed = try await open.accounts.renewHash(of: user, with: password)
            if common.json {
                print(JSONObject([.init("valid", .boolean(true)), .init("renewed", .boolean(isRenewed))]).json)
            } else {
                print("valid: this is the password" + (isRenewed ? ", and its hash was made anew at today's cost" : ""))
            }
        }
    }
}
