package import Foundation
package import Tokens
package import Users

/// What features work with: everything that would otherwise be global, given to them from outside.
package struct ServiceParts: Sendable {
    package let settings: Settings
    package let database: AccountDatabase
    package let users: UserStore
    /// Who takes the steps of each feature.
    package let steps: ServiceSteps
    /// The rules for accounts.
    package let accounts: any AccountSteps
    package let hashing: PasswordHashing
    package let throttle: LoginThrottle
    package let signer: TokenSigner
    /// What features add to each other.
    package let additions: Additions
    /// The clock.
    package let now: @Sendable () -> Date
    /// Ids that were never given before: of users and of tokens.
    package let newID: @Sendable () -> UUID

    package init(
        settings: Settings, database: AccountDatabase, steps: ServiceSteps, hashing: PasswordHashing,
        throttle: LoginThrottle, signer: TokenSigner, additions: Additions,
        now: @escaping @Sendable () -> Date, newID: @escaping @Sendable () -> UUID
    ) {
        (self.settings, self.database, users) = (settings, database, UserStore(database))
        (self.steps, accounts) = (steps, BoundedNames(steps: steps.accounts))
        (self.hashing, self.throttle) = (hashing, throttle)
        (self.signer, self.additions, self.now, self.newID) = (signer, additions, now, newID)
    }

    /// What others may see of a user, with all that features have to add.
    package func answer(for user: User) -> JSONObject {
        additions.users.reduce(into: accounts.answer(for: user)) { $0.merge($1.members(of: user)) }
    }

    /// The time in whole seconds since 1970.
    package var seconds: Int { Int(now().timeIntervalSince1970.rounded(.down)) }
}
