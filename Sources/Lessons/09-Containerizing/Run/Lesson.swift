import ArgumentParser
import AuthService
import Classroom
import Foundation
import LessonKit

/// Lesson 9: the finished service, as it runs in a container.
@main
struct Lesson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "containerizing",
        abstract: "Lesson 9: the whole service, made of your pieces of all lessons, ready for a container.",
        discussion: """
            The chapter is chapters/09-containerizing.md. Runs your pieces, and ours where yours are still open; \
            add --solution for ours alone. It is set up by the environment, and does not start without a secret.
            """)

    @OptionGroup var server: ServerOptions

    @Flag(help: "Ask the service that runs here whether it lives; status 0 if it does.")
    var healthcheck = false

    func run() async throws {
        if server.flaws {
            print(versions.catalogue)
            return
        }
        let environment = server.overriding(ProcessInfo.processInfo.environment)
        if healthcheck {
            guard await HealthCheck(environment).isAlive() else { throw ExitCode.failure }
            return
        }
        let operations = try server.choose(from: versions)
        let assembly = Assembly(operations, withYours: !server.solution && server.flaw == nil)
        try await refusingWrongSettings { try await assembly.serve(environment) }
    }
}

extension ServerOptions {
    /// The environment with what the options say in it.
    fileprivate func overriding(_ environment: [String: String]) -> [String: String] {
        let options = ["HOST": host, "PORT": port.map(String.init), "DATABASE": database]
        return environment.merging(options.compactMapValues(\.self)) { $1 }
    }
}
