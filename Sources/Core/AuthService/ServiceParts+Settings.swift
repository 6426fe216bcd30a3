package import Foundation
import GRDB
import Users

extension ServiceParts {
    /// Puts the parts together as the settings say.
    ///
    /// - Parameters:
    ///   - keys: what tokens are signed with.
    ///   - steps: who takes the steps of each feature.
    ///   - features: whose tables are created, and what they add to each other.
    /// - Throws: ``SettingsError`` if the database cannot be opened.
    package init(
        _ settings: Settings, keys: SigningKeys, features: [any Feature],
        steps: ServiceSteps = ServiceSteps(),
        now: @escaping @Sendable () -> Date = { Date() }, newID: @escaping @Sendable () -> UUID = { UUID() }
    ) async throws {
        let queue = HashingQueue(width: ProcessInfo.processInfo.activeProcessorCount)
        self.init(
            settings: settings,
            database: try Self.open(settings, steps.accounts, features),
            steps: steps,
            hashing: PasswordHashing(steps: steps.accounts, cost: settings.scryptCost, queue: queue),
            throttle: LoginThrottle(attempts: settings.loginAttempts, window: settings.loginWindow),
            signer: try await TokenSigner(keys),
            additions: features.map(\.additions).reduce(Additions(), +),
            now: now, newID: newID)
    }

    private static func open(
        _ settings: Settings, _ accounts: any AccountSteps, _ features: [any Feature]
    ) throws -> AccountDatabase {
        do {
            return try AccountDatabase(path: settings.database, steps: accounts) { migrator in
                for feature in features { feature.migrate(&migrator) }
            }
        } catch let error as DatabaseError {
            let cause = error.message ?? "SQLite error \(error.resultCode.rawValue)"
            throw SettingsError("DATABASE", "cannot be opened: \(cause).")
        }
    }
}
