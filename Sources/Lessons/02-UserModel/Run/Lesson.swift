import ArgumentParser
import LessonKit
import UserModel

/// Lesson 2: keeps accounts in a database, and passwords out of it.
@main
struct Lesson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user-model",
        abstract: "Lesson 2: what is kept of a user, and what is kept instead of a password.",
        discussion: "The chapter is chapters/02-user-model.md. Each verb runs your version; add --solution for ours.",
        subcommands: [Add.self, Show.self, List.self, Check.self, Remove.self])

    @Flag(help: "List the mistakes that this lesson can run with: name, exercise, what goes wrong.")
    var flaws = false

    func run() async throws {
        guard flaws else { throw CleanExit.helpRequest() }
        print(versions.catalogue)
    }
}
