import ArgumentParser
import LessonKit

/// Lesson 2: keeps accounts, and instead of their passwords something that does not give them away.
@main
struct Lesson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user-model",
        abstract: "Lesson 2: what is kept of a user, and what is kept instead of a password.",
        discussion: """
            The chapter is chapters/02-user-model.md. Each verb runs your version; add --solution for ours. \
            SCRYPT_LOG2_N in the environment says how dear a hash is: 4 to 20, 17 unless told otherwise.

            Exit status: 0 done, 1 refused, 64 asked in a way we do not understand, 78 wrong configuration.
            """,
        subcommands: [Add.self, Show.self, List.self, Check.self, Remove.self])

    @Flag(help: "List the mistakes that this lesson can run with: name, exercise, what goes wrong.")
    var flaws = false

    func run() throws {
        guard flaws else { throw CleanExit.helpRequest() }
        print(versions.catalogue)
    }
}
