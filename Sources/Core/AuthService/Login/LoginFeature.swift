import Hummingbird
import Logging
import Users

/// `POST /login`: a name and a password for a token.
package struct LoginFeature: Feature {
    package init() {}

    package func routes(with parts: ServiceParts) -> [Route] {
        [Route(.post, "/login") { try await logIn($0, $1, parts) }]
    }

    private func logIn(_ request: Request, _ context: ServiceContext, _ parts: ServiceParts) async throws -> Response {
        let body = try await request.jsonObject()
        let text = try body.text("username")
        let password = Password(try body.text("password"))
        // A name that breaks the rules is nobody's: it is looked up, and refused, like any other.
        let name = (try? parts.accounts.username(from: text)) ?? text.lowercased()
        do {
            return try await logIn(name, password, context, parts)
        } catch is UserChanged {
            return try await logIn(name, password, context, parts)
        }
    }

    private func logIn(
        _ name: String, _ password: Password, _ context: ServiceContext, _ parts: ServiceParts
    ) async throws -> Response {
        // region log-in
        let user = try await throttled(.init(name: name, address: context.address), context, parts) {
            try await parts.steps.login.user(named: name, password: password, with: parts)
        }
        let answer = try await TokenIssuer(parts).answer(to: user, fresh: true)
        context.logger.info("Logged in", metadata: ["user": "\(user.id)"])
        await renewHash(of: user, password, context, parts)
        return answer
        // endregion log-in
    }

    /// Counts the attempt, and logs how it ended.
    private func throttled(
        _ attempt: LoginThrottle.Attempt, _ context: ServiceContext, _ parts: ServiceParts,
        _ check: () async throws -> User
    ) async throws -> User {
        do {
            return try await parts.throttled(attempt, check)
        } catch ServiceError.invalidCredentials {
            // Not even the name is logged: people type their password into the wrong field.
            context.logger.info("Failed to log in", metadata: ["address": "\(context.address)"])
            throw ServiceError.invalidCredentials
        } catch ServiceError.tooManyAttempts(let wait) {
            context.logger.warning("Throttled a login", metadata: ["address": "\(context.address)"])
            throw ServiceError.tooManyAttempts(retryAfter: wait)
        }
    }

    /// Hashes the password anew if the cost has risen: now is the one moment at which it is known.
    private func renewHash(
        of user: User, _ password: Password, _ context: ServiceContext, _ parts: ServiceParts
    ) async {
        do {
            guard let hash = try await parts.hashing.renewed(user.passwordHash, for: password) else { return }
            try await parts.users.replaceHash(of: user, with: hash)
            context.logger.info("Hashed a password anew", metadata: ["user": "\(user.id)"])
        } catch {
            context.logger.warning("Could not hash a password anew", metadata: ["user": "\(user.id)"])
        }
    }
}
