import ArgumentParser
import AuthService
import Classroom
import LessonKit

/// Lesson 4: a server that gives a token for a name and a password.
@main
struct Lesson: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Lesson 4: an endpoint that takes a name and a password, and gives a token.",
        discussion: "The chapter is chapters/04-login.md. Runs your version; add --solution for ours.")

    static let versions = LoginLesson.versions

    @OptionGroup var server: ServerOptions
    @Option(help: .ahead) var ahead = 0

    func lesson(with piece: any LoginSteps) -> LessonServer {
        LessonServer(
            "login",
            commands: ["register", "login"].flatMap { path in
                [
                    "curl BASE/\(path) -H 'Content-Type: application/json' \\",
                    #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
                ]
            },
            features: [RegisterFeature(), LoginFeature()]
        ) { $0.login = piece }
    }
}
