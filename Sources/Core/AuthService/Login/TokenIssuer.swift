package import Hummingbird
import Tokens
package import Users

/// Mints access tokens and answers with them, with all that other features have to add.
package struct TokenIssuer: Sendable {
    private let parts: ServiceParts

    package init(_ parts: ServiceParts) {
        self.parts = parts
    }

    /// - Parameter fresh: whether the user has just given the password.
    package func answer(to user: User, fresh: Bool) async throws -> Response {
        // region grant
        let claims = JSONObject([.init("type", .string("access")), .init("fresh", .boolean(fresh))])
        var grant = Grant(user: user, issuedAt: parts.now(), claims: claims)
        for addition in parts.additions.claims {
            grant.claims.merge(try await addition.claims(for: grant, with: parts))
        }
        let token = try await parts.steps.login.accessToken(
            for: user, claims: grant.claims, at: grant.issuedAt, with: parts)
        // endregion grant
        var members = JSONObject()
        for addition in parts.additions.members {
            members.merge(try await addition.members(for: grant, with: parts))
        }
        return parts.steps.login.answer(token, members: members, with: parts)
    }
}
