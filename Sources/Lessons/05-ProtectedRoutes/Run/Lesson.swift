import ArgumentParser
import AuthService
import Classroom
import LessonKit

/// Lesson 5: a server with an endpoint that wants to know who is asking.
@main
struct Lesson: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "protected-routes",
        abstract: "Lesson 5: an endpoint that answers only who brings a good token.",
        discussion: "The chapter is chapters/05-protected-routes.md. Runs your version; add --solution for ours.")

    static let versions = ProtectedRoutesLesson.versions

    @OptionGroup var server: ServerOptions
    @Option(help: .ahead) var ahead = 0

    func lesson(with piece: any GuardSteps) -> LessonServer {
        let account = #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#
        return LessonServer(
            "protected-routes",
            commands: [
                "curl BASE/register -H 'Content-Type: application/json' \\", account,
                "curl BASE/login -H 'Content-Type: application/json' \\", account,
                "curl BASE/my-info -H \"Authorization: Bearer $TOKEN\"",
            ],
            features: [RegisterFeature(), LoginFeature(), MyInfoFeature()]
        ) { $0.guarding = piece }
    }
}
