import GRDB
package import Logging
import Users

extension ServiceParts {
    /// Makes sure of the configured admin: creates the account, or holds the existing one to the configured password.
    ///
    /// Nobody becomes an admin by a name alone: whoever had registered it first would own the service. An existing
    /// account keeps the rights that it has.
    ///
    /// - Throws: ``SettingsError`` if the name or password is against the rules, or the password is another one.
    package func ensureAdmin(_ logger: Logger) async throws {
        guard let admin = settings.admin else { return }
        do {
            let name = try accounts.username(from: admin.username)
            guard let user = try await users.user(named: name) else {
                try PasswordRule.check(admin.password, for: name)
                let new = NewUser(id: UserID(newID()), username: name, password: admin.password, isAdmin: true)
                do {
                    try await users.insert(User(new, passwordHash: try await hashing.hash(new.password)))
                } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
                    // Another server has started at the same moment, or somebody has registered: it is an account now.
                    return try await ensureAdmin(logger)
                }
                logger.notice("Created the admin", metadata: ["user": "\(new.id)"])
                return
            }
            guard try await hashing.verify(admin.password, against: user.passwordHash) else {
                throw SettingsError("ADMIN_PASSWORD", "is not the password of the account that ADMIN_USERNAME names.")
            }
            if !user.isAdmin {
                logger.warning("The account that ADMIN_USERNAME names is no admin", metadata: ["user": "\(user.id)"])
            }
        } catch AccountError.invalidUsername {
            throw SettingsError("ADMIN_USERNAME", "is no user name. \(AccountError.invalidUsername.sentence)")
        } catch let error as AccountError {
            throw SettingsError("ADMIN_PASSWORD", "is too weak. \(error.sentence)")
        }
    }
}
