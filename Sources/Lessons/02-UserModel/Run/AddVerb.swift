import ArgumentParser
import LessonKit
import Users

struct Add: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make an account.",
        discussion: "The password is one line of standard input, or is typed without being shown.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Option(help: .database) var database: String?
    @Flag(help: .json) var json = false
    @Argument(help: "The user's name.") var name: String

    func run() async throws {
        try await withAccounts { open in
            let user = try await open.accounts.add(name, try PasswordInput.read())
            tell(open.steps.answer(for: user))
        }
    }
}
