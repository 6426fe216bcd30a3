// Yours to change. Chapter: chapters/09-containerizing.md · Solution: Sources/Core/AuthService/Operations/StrictOperationsSteps.swift

package import AuthService
package import Hummingbird
import LessonKit
package import Logging
package import ServiceLifecycle
import Tokens
import UnixSignals
import Users

/// Being run by others, step by step.
package struct StrictOperationsSteps: OperationsSteps {
    package init() {}

    package func settings(from environment: [String: String]) throws -> Settings {
        // TODO containerizing.1: Read the settings, by default for every address, port 5000 and the volume; without a secret, refuse.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("containerizing.1") { try ours.settings(from: environment) }
    }

    package func answer(to question: HealthQuestion, asking proof: DatabaseProof) async throws -> Response {
        // TODO containerizing.2: Say that it lives, whatever else is wrong; and that it is ready once the database has proven so.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("containerizing.2") { try await ours.answer(to: question, asking: proof) }
    }

    package func run(_ server: any Service, with parts: ServiceParts, logger: Logger) async throws {
        // TODO containerizing.3: Stop in good order at SIGTERM and SIGINT, within the configured time, and close the database last.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("containerizing.3") { try await ours.run(server, with: parts, logger: logger) }
    }
}
