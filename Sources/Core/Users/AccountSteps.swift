package import GRDB
package import Tokens

/// What it takes to keep accounts, each a decision of its own.
///
/// ``StrictAccountSteps`` takes them rightly. ``Accounts`` calls them.
package protocol AccountSteps: Sendable {
    /// Creates the table `user`: `id`, `username`, `password_hash`, `is_admin`.
    ///
    /// - Throws: `DatabaseError`.
    func createTable(in database: Database) throws

    /// The one spelling under which a name is stored and looked up.
    ///
    /// - Throws: ``AccountError/invalidUsername``.
    func username(from text: String) throws -> String

    /// Turns a password into what may be stored.
    ///
    /// - Throws: ``ScryptFailure``.
    func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash

    /// Tells whether a password is the one that was hashed. Slow on purpose, and never while an event loop waits.
    ///
    /// - Throws: ``PasswordHash/Unreadable`` or ``ScryptFailure``.
    func verify(_ password: Password, against hash: PasswordHash) throws -> Bool

    /// What others may see of a user: what comes out.
    func answer(for user: User) -> JSONObject
}
