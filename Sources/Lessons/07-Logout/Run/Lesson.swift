import ArgumentParser
import AuthService
import Classroom
import LessonKit

/// Lesson 7: a server at which a session ends when its user says so.
@main
struct Lesson: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Lesson 7: an endpoint that ends a session, and a guard that asks whether it lives.",
        discussion: "The chapter is chapters/07-logout.md. Runs your version; add --solution for ours.")

    static let versions = LogoutLesson.versions

    @OptionGroup var server: ServerOptions
    @Option(help: .ahead) var ahead = 0

    @Flag(help: "Measure what a guarded request costs, with one session in the file and with many, and end.")
    var compare = false

    @Option(help: "How many sessions --compare puts into the file.")
    var sessions = 1_000_000

    func validate() throws {
        guard (0...10_000_000).contains(sessions) else {
            throw ValidationError("--sessions is a number from 0 to 10000000.")
        }
    }

    func run() async throws {
        guard compare else { return try await serve() }
        try await Comparison(sessions: sessions).run()
    }

    func lesson(with piece: any LogoutSteps) -> LessonServer {
        LessonServer(
            "logout",
            commands: [
                "curl BASE/register -H 'Content-Type: application/json' \\",
                #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
                "curl BASE/login -H 'Content-Type: application/json' \\",
                #"  -d '{"username":"ana","password":"a walk along the river at dusk"}'"#,
                "curl BASE/my-info -H 'Authorization: Bearer …'",
                "curl -X POST BASE/logout -H 'Authorization: Bearer …'",
            ],
            features: [RegisterFeature(), LoginFeature(), MyInfoFeature(), ClaimsFeature(), LogoutFeature()]
        ) { $0.logout = piece }
    }
}
