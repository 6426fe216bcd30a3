package import Hummingbird
package import Logging
package import ServiceLifecycle
import Tokens
import UnixSignals
import Users

/// Being run by others, step by step.
package struct StrictOperationsSteps: OperationsSteps {
    package init() {}

    package func settings(from environment: [String: String]) throws -> Settings {
        // exercise containerizing.1: Read the settings, by default for every address, port 5000 and the volume; without a secret, refuse.
        let settings = try Settings(
            environment: environment, defaultDatabase: "/data/accounts.sqlite", defaultHost: "0.0.0.0",
            defaultPort: 5000)
        guard settings.hasSecret else {
            throw SettingsError("JWT_SECRET_FILE", "is not set, nor is JWT_SECRET. \(SigningSecret.recipe)")
        }
        return settings
        // end containerizing.1
    }

    package func answer(to question: HealthQuestion, asking proof: DatabaseProof) async throws -> Response {
        // exercise containerizing.2: Say that it lives, whatever else is wrong; and that it is ready once the database has proven so.
        if question == .isReady {
            do {
                try await proof.prove()
            } catch {
                throw Refused(.unavailable(retryAfter: 5), cause: error)
            }
        }
        return .json(.ok, JSONObject([.init("status", .string("ok"))]))
        // end containerizing.2
    }

    package func run(_ server: any Service, with parts: ServiceParts, logger: Logger) async throws {
        // exercise containerizing.3: Stop in good order at SIGTERM and SIGINT, within the configured time, and close the database last.
        defer { parts.database.close() }
        // Services stop in the opposite order: first nothing more is hashed, then no connection is accepted.
        var configuration = ServiceGroupConfiguration(
            services: [server, ClosingTime(hashing: parts.hashing)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(parts.settings.shutdownTimeout)
        try await ServiceGroup(configuration: configuration).run()
        // end containerizing.3
    }
}
