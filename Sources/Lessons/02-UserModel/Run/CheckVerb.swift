import ArgumentParser
import LessonKit
import Tokens
import Users

struct Check: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell whether a password is a user's.",
        discussion: "The password is one line of standard input, or is typed without being shown. "
            + "If it is right and its hash was cheaper than today's, the hash is made anew.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Option(help: .database) var database: String?
    @Flag(help: .json) var json = false
    @Argument(help: .name) var name: String

    func run() async throws {
        try await withAccounts { open in
            let password = try PasswordInput.read()
            let user = try await open.user(named: name)
            guard try open.accounts.check(password, of: user) else { throw Refusal.wrongPassword }
            let isRenewed = try await open.accounts.renewHash(of: user, with: password)
            if json {
                print(JSONObject([.init("valid", .boolean(true)), .init("renewed", .boolean(isRenewed))]).json)
            } else {
                print("valid: this is the password" + (isRenewed ? ", and its hash was made anew at today's cost" : ""))
            }
        }
    }
}
