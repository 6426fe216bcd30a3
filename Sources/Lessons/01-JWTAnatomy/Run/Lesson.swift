import ArgumentParser
import LessonKit

/// Lesson 1: takes tokens apart, signs them and judges them.
@main
struct Lesson: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jwt-anatomy",
        abstract: "Lesson 1: what a JSON Web Token is made of, and what it takes to trust one.",
        discussion: "The chapter is chapters/01-jwt-anatomy.md. Each verb runs your version; add --solution for ours.",
        subcommands: [Show.self, Encode.self, Decode.self, Sign.self, Verify.self])

    @Flag(help: "List the mistakes that this lesson can run with: name, exercise, what goes wrong.")
    var flaws = false

    func run() throws {
        guard flaws else { throw CleanExit.helpRequest() }
        print(versions.catalogue)
    }
}
