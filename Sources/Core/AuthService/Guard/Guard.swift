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
    /// - Parameter types: the types of token that are good here.
    /// - Throws: ``ServiceError``, the first that applies in the order of the steps.
    package func authenticate(
        _ request: Request, _ context: ServiceContext, accepting types: Set<TokenType> = [.access]
    ) async throws -> AuthenticatedContext {
        // region authenticate
        let steps = parts.steps.guarding
        let token = try steps.bearerToken(in: request)
        let claims = try await steps.claims(of: token, with: parts)
        guard types.contains(claims.type) else { throw ServiceError.wrongTokenType }
        let user = try await steps.user(of: claims, with: parts)
        for check in parts.additions.checks { try await check.check(claims, of: user, with: parts) }
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
    /// Names the user in every line.
    package let logger: Logger

    init(_ context: ServiceContext, user: User, claims: TokenClaims) {
        (self.user, self.claims) = (user, claims)
        (address, parameters) = (context.address, context.parameters)
        var logger = context.logger
        logger[metadataKey: "user"] = "\(user.id)"
        self.logger = logger
    }
}

extension Route {
    /// What answers at a guarded endpoint.
    package typealias GuardedHandler = @Sendable (Request, AuthenticatedContext) async throws -> Response

    /// An endpoint for those whom the guard lets through.
    ///
    /// - Parameter types: the types of token that are good here.
    package init(
        guarded method: HTTPRequest.Method, _ path: String, accepting types: Set<TokenType> = [.access],
        with parts: ServiceParts, _ handler: @escaping GuardedHandler
    ) {
        self.init(method, path) { request, context in
            let guarded = try await Guard(parts).authenticate(request, context, accepting: types)
            return try await handler(request, guarded)
        }
    }
}
