package import Hummingbird
package import Logging
package import Users

/// Stands before every handler that needs a user, and lets nobody through whom it cannot name.
package struct Guard: Sendable {
    private let parts: ServiceParts

    package init(_ parts: ServiceParts) {
        self.parts = parts
    }

    /// Finds out who sent a request.
    ///
    /// - Parameters:
    ///   - types: the types of token that are good here.
    ///   - isSensitive: whether features may ask more of the token than elsewhere.
    /// - Throws: ``ServiceError``, the first that applies in the order of the steps.
    package func authenticate(
        _ request: Request, _ context: ServiceContext, accepting types: Set<TokenType> = [.access],
        isSensitive: Bool = false
    ) async throws -> AuthenticatedContext {
        // region authenticate
        let steps = parts.steps.guarding
        let token = try steps.bearerToken(in: request)
        let claims = try steps.claims(of: token, with: parts)
        guard types.contains(claims.type) else { throw ServiceError.wrongTokenType }
        let checks = parts.additions.checks + (isSensitive ? parts.additions.sensitiveChecks : [])
        let user = try await parts.database.read { database in
            let user = try steps.user(of: claims, in: database, with: parts)
            for check in checks { try check.check(claims, of: user, for: request, in: database, with: parts) }
            return user
        }
        return AuthenticatedContext(context, user: user, claims: claims)
        // endregion authenticate
    }
}

/// What is known of a request from somebody whom the guard has let through.
///
/// Its user is not optional: a handler that takes it cannot be reached without one.
package struct AuthenticatedContext: Sendable {
    package let user: User
    /// The proven claims of the token.
    package let claims: TokenClaims
    package let address: String
    package let parameters: Parameters
    private let requestLogger: Logger

    init(_ context: ServiceContext, user: User, claims: TokenClaims) {
        (self.user, self.claims) = (user, claims)
        (address, parameters, requestLogger) = (context.address, context.parameters, context.logger)
    }

    /// Names the user in every line. It is made when it is asked for: most requests log nothing.
    package var logger: Logger {
        var logger = requestLogger
        logger[metadataKey: "user"] = "\(user.id)"
        return logger
    }
}

extension Route {
    /// What answers at a guarded endpoint.
    package typealias GuardedHandler = @Sendable (Request, AuthenticatedContext) async throws -> Response

    /// An endpoint for those whom the guard lets through.
    ///
    /// - Parameters:
    ///   - types: the types of token that are good here.
    ///   - isSensitive: whether so much is at stake that features may ask more of the token than elsewhere.
    package init(
        guarded method: HTTPRequest.Method, _ path: String, accepting types: Set<TokenType> = [.access],
        isSensitive: Bool = false, with parts: ServiceParts, _ handler: @escaping GuardedHandler
    ) {
        self.init(method, path) { request, context in
            // Rights are those of the moment at which the request acts. Whoever asked first and waited for the body then
            // would let somebody act who was shut out while it came in, a byte at a time.
            let request = try await request.arrived()
            let who = try await Guard(parts).authenticate(request, context, accepting: types, isSensitive: isSensitive)
            return try await handler(request, who)
        }
    }
}
