import ArgumentParser
import LessonKit
import Users

struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make an account.",
        discussion: "The password is one line of standard input, or is typed without being shown.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @Argument(help: "The user's name.") var name: String

    func run() async throws {
        try await common.withAccounts(version) { open in
            let user = try await open.accounts.add(name, try PasswordInput.read())
            common.tell(open.steps.answer(for: user))
        }
    }
}
