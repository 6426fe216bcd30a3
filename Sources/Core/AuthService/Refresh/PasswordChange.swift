import GRDB
import Hummingbird
import Logging
import Tokens
import Users

/// `PUT /my-info/password`: a new password for whoever knows the old one, and an end to all other sessions.
struct PasswordChange: Sendable {
    private let parts: ServiceParts

    init(_ parts: ServiceParts) {
        self.parts = parts
    }

    /// - Throws: ``ServiceError`` or `AccountError`.
    func answer(to request: Request, from caller: AuthenticatedContext) async throws -> Response {
        // region change-password
        let body = try await request.jsonObject()
        let current = Password(try body.text("current_password"))
        let new = Password(try body.text("new_password"))
        try PasswordRule.check(new, for: caller.user.username)
        let user = try await verified(current, of: caller)
        let hash = try await parts.hashing.hash(new)
        try await replaceHash(of: user, with: hash, keeping: caller.claims.session)
        // endregion change-password
        caller.logger.notice("Changed the password")
        return Response(status: .noContent)
    }

    /// The user, if this is their password. Wrong ones count as they do at a login: a stolen token must not be a way to
    /// guess.
    private func verified(_ current: Password, of caller: AuthenticatedContext) async throws -> User {
        let name = caller.user.username
        do {
            return try await parts.throttled(.init(name: name, address: caller.address)) {
                try await parts.steps.login.user(named: name, password: current, with: parts)
            }
        } catch ServiceError.invalidCredentials {
            caller.logger.info("Gave a wrong current password", metadata: ["address": "\(caller.address)"])
            throw ServiceError.invalidCredentials
        } catch ServiceError.tooManyAttempts(let wait) {
            caller.logger.warning("Throttled a change of password", metadata: ["address": "\(caller.address)"])
            throw ServiceError.tooManyAttempts(retryAfter: wait)
        }
    }

    // region replace-hash
    /// In one transaction: otherwise a crash in between would leave the sessions of whoever knew the old password.
    ///
    /// Hashing took a while, in which the session may have ended or another request changed the password.
    private func replaceHash(of user: User, with hash: PasswordHash, keeping session: SessionID) async throws {
        try await parts.database.write { database in
            let found = try SessionID.fetchOne(
                database, sql: "SELECT id FROM session WHERE id = ?", arguments: [session])
            guard found != nil else { throw ServiceError.tokenRevoked }
            try database.execute(
                sql: "UPDATE user SET password_hash = ? WHERE id = ? AND password_hash = ?",
                arguments: [hash.stored, user.id, user.passwordHash.stored])
            guard database.changesCount == 1 else { throw ServiceError.invalidCredentials }
            try parts.steps.refresh.endSessions(of: user.id, except: session, in: database)
        }
    }
    // endregion replace-hash
}
