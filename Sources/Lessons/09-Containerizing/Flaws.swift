import AuthService
import Containerizing
import Foundation
import Hummingbird
import LessonKit
import Logging
import ServiceLifecycle
import UnixSignals
import Users

/// The versions that `containerizing` can run. The mistakes of an image are files in `Flaws/`; the program in such an
/// image is the finished one.
let versions = Versions<any OperationsSteps>(
    yours: Containerizing.StrictOperationsSteps(),
    solution: AuthService.StrictOperationsSteps(),
    flaws: [
        Flaw(
            "listens-on-loopback", caughtBy: "containerizing.1",
            "Listens on 127.0.0.1, which in a container is the container's own: nobody outside gets an answer.",
            ListensOnLoopback()),
        Flaw(
            "makes-up-a-secret", caughtBy: "containerizing.1",
            "Starts without a secret with a random one: every restart logs everybody out, and two copies disagree.",
            MakesUpASecret()),
        Flaw(
            "always-ready", caughtBy: "containerizing.2",
            "Says that it is ready without asking the database: requests keep coming to a service that fails them.",
            AlwaysReady()),
        Flaw(
            "dies-with-its-database", caughtBy: "containerizing.2",
            "Calls itself dead when the disk is full: it is started anew, again and again, and nothing gets better.",
            DiesWithItsDatabase()),
        Flaw(
            "ignores-sigterm", caughtBy: "containerizing.3",
            "Does not hear that it should stop, and is killed ten seconds later in the middle of its work.",
            IgnoresSIGTERM()),
        Flaw(
            "hangs-up-at-once", caughtBy: "containerizing.3",
            "Ends at once when told to stop: whoever waits for an answer gets none.", HangsUpAtOnce()),
        Flaw(
            "bakes-the-secret-in", caughtBy: "containerizing.4",
            "Copies the secret into the image and deletes it again: whoever has the image has the secret.",
            AuthService.StrictOperationsSteps()),
        Flaw(
            "runs-as-root", caughtBy: "containerizing.4",
            "Names no user: a hole in the service is a hole as root.", AuthService.StrictOperationsSteps()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: OperationsSteps {}

extension AlmostRight {
    var ours: any OperationsSteps { AuthService.StrictOperationsSteps() }

    func settings(from environment: [String: String]) throws -> Settings { try ours.settings(from: environment) }
    func answer(to question: HealthQuestion, asking proof: DatabaseProof) async throws -> Response {
        try await ours.answer(to: question, asking: proof)
    }
    func run(_ server: any Service, with parts: ServiceParts, logger: Logger) async throws {
        try await ours.run(server, with: parts, logger: logger)
    }
}

private struct ListensOnLoopback: AlmostRight {
    func settings(from environment: [String: String]) throws -> Settings {
        try ours.settings(from: ["HOST": "127.0.0.1"].merging(environment) { $1 })
    }
}

private struct MakesUpASecret: AlmostRight {
    func settings(from environment: [String: String]) throws -> Settings {
        let isGiven = environment.keys.contains { $0.hasPrefix("JWT_SECRET") }
        let random = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }).base64EncodedString()
        return try ours.settings(from: isGiven ? environment : environment.merging(["JWT_SECRET": random]) { $1 })
    }
}

private struct AlwaysReady: AlmostRight {
    func answer(to question: HealthQuestion, asking proof: DatabaseProof) async throws -> Response {
        try await ours.answer(to: .isAlive, asking: proof)
    }
}

private struct DiesWithItsDatabase: AlmostRight {
    func answer(to question: HealthQuestion, asking proof: DatabaseProof) async throws -> Response {
        try await ours.answer(to: .isReady, asking: proof)
    }
}

/// Does on purpose what the kernel does for the first process of a container that has not asked for SIGTERM.
private struct IgnoresSIGTERM: AlmostRight {
    func run(_ server: any Service, with parts: ServiceParts, logger: Logger) async throws {
        defer { parts.database.close() }
        signal(SIGTERM, SIG_IGN)
        let configuration = ServiceGroupConfiguration(
            services: [server], gracefulShutdownSignals: [.sigint], logger: logger)
        try await ServiceGroup(configuration: configuration).run()
    }
}

private struct HangsUpAtOnce: AlmostRight {
    func run(_ server: any Service, with parts: ServiceParts, logger: Logger) async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        let hangingUp = Task {
            for await _ in signals { exit(0) }
        }
        defer { hangingUp.cancel() }
        try await server.run()
    }
}
