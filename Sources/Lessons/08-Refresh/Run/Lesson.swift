import ArgumentParser
import AuthService
import Classroom
import LessonKit

/// Lesson 8: a server whose users stay logged in for weeks, with tokens that live for minutes.
@main
struct Lesson: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Lesson 8: refresh tokens that are good once, and tokens that are fresh where it matters.",
        discussion: "The chapter is chapters/08-refresh.md. Runs your version; add --solution for ours.")

    static let versions = RefreshLesson.versions

    @OptionGroup var server: ServerOptions
    @Option(help: .ahead) var ahead = 0

    func lesson(with piece: any RefreshSteps) -> LessonServer {
        LessonServer(
            "refresh",
            commands: [
                "curl BASE/register -H 'Content-Type: application/json' \\",
                #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
                "curl BASE/login -H 'Content-Type: application/json' \\",
                #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
                "curl -X POST BASE/refresh -H 'Authorization: Bearer REFRESH-TOKEN'",
                "curl -X POST BASE/logout/everywhere -H 'Authorization: Bearer ACCESS-TOKEN'",
            ],
            features: [
                RegisterFeature(), LoginFeature(), MyInfoFeature(), ClaimsFeature(), LogoutFeature(), RefreshFeature(),
            ]
        ) { $0.refresh = piece }
    }
}
