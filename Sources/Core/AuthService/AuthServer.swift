import Foundation
import Logging

/// The finished service, for a program of your own:
///
/// ```swift
/// try await AuthServer(environment: ProcessInfo.processInfo.environment).run()
/// ```
///
/// It is set up by variables such as `JWT_SECRET`, `DATABASE` and `PORT`, and does not start without a secret.
public struct AuthServer: Sendable {
    private let settings: Settings
    private let keys: SigningKeys

    /// Everything that the service can do.
    package static var features: [any Feature] {
        [
            RegisterFeature(), LoginFeature(), MyInfoFeature(), ClaimsFeature(), LogoutFeature(), RefreshFeature(),
            OperationsFeature(),
        ]
    }

    /// - Parameter environment: the variables with the settings.
    /// - Throws: an error whose description names the variable that is missing or wrong, and holds no secret.
    public init(environment: [String: String]) throws {
        settings = try Settings(environment: environment, defaultDatabase: "auth.sqlite")
        guard let keys = try settings.signingKeys(by: StrictLoginSteps()) else {
            throw SettingsError("JWT_SECRET", "is not set. \(SigningSecret.recipe)")
        }
        self.keys = keys
    }

    /// Serves until SIGTERM or SIGINT arrives.
    ///
    /// - Throws: what keeps it from serving: a database that cannot be opened, a port in use.
    public func run() async throws {
        var logger = Logger(label: "auth-service") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = settings.logLevel
        let parts = try await ServiceParts(settings, keys: keys, features: Self.features)
        try await parts.ensureAdmin(logger)
        try await ServiceApplication(parts, features: Self.features, outermost: [RequestLog()]).run(logger: logger) {
            _ in
        }
    }
}
