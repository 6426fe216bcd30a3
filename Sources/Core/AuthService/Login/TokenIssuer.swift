package import Hummingbird
package import Tokens
package import Users

/// Mints access tokens and answers with them, with all that other features have to add.
package struct TokenIssuer: Sendable {
    private let parts: ServiceParts

    package init(_ parts: ServiceParts) {
        self.parts = parts
    }

    /// Answers to a login.
    ///
    /// - Parameter fresh: whether the user has just given the password.
    package func answer(to user: User, fresh: Bool) async throws -> Response {
        let claims = JSONObject([.init("type", .string("access")), .init("fresh", .boolean(fresh))])
        let (token, grant) = try await mint(for: user, claims)
        var members = JSONObject()
        for addition in parts.additions.members {
            members.merge(try await addition.members(for: grant, with: parts))
        }
        return parts.steps.login.answer(token, members: members, with: parts)
    }

    /// Answers to somebody who has logged in before, with a token that is not fresh.
    ///
    /// - Parameters:
    ///   - claims: what it takes over from the token that came before it.
    ///   - members: what stands in the answer besides.
    package func answer(to user: User, renewing claims: JSONObject, members: JSONObject) async throws -> Response {
        var claims = claims
        claims["type"] = .string("access")
        claims["fresh"] = .boolean(false)
        let (token, _) = try await mint(for: user, claims)
        return parts.steps.login.answer(token, members: members, with: parts)
    }

    private func mint(for user: User, _ claims: JSONObject) async throws -> (String, Grant) {
        // region grant
        var grant = Grant(user: user, issuedAt: parts.now(), claims: claims)
        for addition in parts.additions.claims {
            grant.claims.merge(try await addition.claims(for: grant, with: parts))
        }
        let token = try await parts.steps.login.accessToken(
            for: user, claims: grant.claims, at: grant.issuedAt, with: parts)
        // endregion grant
        return (token, grant)
    }
}
