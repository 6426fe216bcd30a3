import ArgumentParser
import AuthService
import Classroom
import LessonKit

/// Lesson 3: a server at which anybody can make an account.
@main
struct Lesson: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Lesson 3: an endpoint that makes accounts, and refuses what is no account.",
        discussion: "The chapter is chapters/03-register.md. Runs your version; add --solution for ours.")

    static let versions = RegisterLesson.versions

    @OptionGroup var server: ServerOptions
    @Option(help: .ahead) var ahead = 0

    func lesson(with piece: any RegisterSteps) -> LessonServer {
        LessonServer(
            "register",
            commands: [
                "curl BASE/register -H 'Content-Type: application/json' \\",
                #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
            ],
            features: [RegisterFeature()]
        ) { $0.register = piece }
    }
}
