import ArgumentParser
import AuthService
import Classroom
import LessonKit

/// Lesson 6: a server that knows what somebody may do, and not only who they are.
@main
struct Lesson: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "Lesson 6: accounts that are seen, deleted and given rights by those who may.",
        discussion: "The chapter is chapters/06-claims.md. Runs your version; add --solution for ours.")

    static let versions = ClaimsLesson.versions

    @OptionGroup var server: ServerOptions
    @Option(help: .ahead) var ahead = 0

    func lesson(with piece: any ClaimsSteps) -> LessonServer {
        LessonServer(
            "claims",
            commands: [
                "curl BASE/login -H 'Content-Type: application/json' \\",
                #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
                "curl BASE/user/ID -H 'Authorization: Bearer TOKEN'",
            ],
            features: [RegisterFeature(), LoginFeature(), MyInfoFeature(), ClaimsFeature()]
        ) { $0.claims = piece }
    }
}
