package import Tokens
package import Users

/// What a token is for. The claim `type` tells them apart (RFC 8725 §3.12).
package enum TokenType: String, Sendable {
    /// Good for requests.
    case access
    /// Good for new tokens only.
    case refresh
}

/// The claims of a token that is ours, judged: all that are required are there, and say what they must.
package struct TokenClaims: Sendable {
    /// `sub`: the user's id.
    package let subject: UserID
    /// `jti`: the token's own id.
    package let id: String
    package let type: TokenType
    /// `fresh`: whether the token came straight from a password. A refresh token never did.
    package let isFresh: Bool
    /// `iat`, in seconds since 1970.
    package let issuedAt: Int
    /// `exp`, in seconds since 1970.
    package let expiresAt: Int
    /// All of them, for features that know more.
    package let all: JSONObject

    // region judge-claims
    /// Holds the claims of a token that is rightly signed and in its time to what we issue.
    ///
    /// - Throws: ``ServiceError/invalidToken(cause:)`` for a claim that is missing, of the wrong type, or not ours.
    package init(_ claims: JSONObject, with settings: Settings) throws {
        guard claims["iss"] == .string(settings.issuer), claims.isMeant(for: settings.audience),
            case .string(let subject) = claims["sub"], let subject = UserID(subject),
            case .string(let id) = claims["jti"],
            case .integer(let issuedAt) = claims["iat"], case .integer = claims["nbf"],
            case .integer(let expiresAt) = claims["exp"],
            case .string(let type) = claims["type"], let type = TokenType(rawValue: type)
        else { throw ServiceError.invalidToken(cause: "claims_not_ours") }
        switch (type, claims["fresh"]) {
        case (.access, .boolean(let fresh)): isFresh = fresh
        case (.refresh, nil): isFresh = false
        default: throw ServiceError.invalidToken(cause: "claims_not_ours")
        }
        (self.subject, self.id, self.type, all) = (subject, id, type, claims)
        (self.issuedAt, self.expiresAt) = (issuedAt, expiresAt)
    }
    // endregion judge-claims
}

extension JSONObject {
    /// Whether `aud` is this audience, or a list with it (RFC 7519 §4.1.3).
    fileprivate func isMeant(for audience: String) -> Bool {
        switch self["aud"] {
        case .string(let text): text == audience
        case .array(let values): values.contains(.string(audience))
        default: false
        }
    }
}
