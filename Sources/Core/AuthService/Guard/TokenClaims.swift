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
        guard claims["iss"] == .string(settings.issuer) else { throw ServiceError.invalidToken(cause: "wrong_issuer") }
        guard claims.isMeant(for: settings.audience) else { throw ServiceError.invalidToken(cause: "wrong_audience") }
        all = claims
        subject = try claims.required("sub") { $0.text.flatMap(UserID.init(_:)) }
        id = try claims.required("jti", \.text)
        issuedAt = try claims.required("iat", \.integer)
        _ = try claims.required("nbf", \.integer)
        expiresAt = try claims.required("exp", \.integer)
        type = try claims.required("type") { $0.text.flatMap(TokenType.init(rawValue:)) }
        isFresh = try type == .access && claims.required("fresh", \.boolean)
    }
    // endregion judge-claims
}

extension JSONObject {
    /// What a claim says.
    ///
    /// - Parameter read: what it says, nil if it is of the wrong type.
    /// - Throws: ``ServiceError/invalidToken(cause:)`` with the claim's name for the log.
    fileprivate func required<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws -> Value {
        guard let value = self[name].flatMap(read) else { throw ServiceError.invalidToken(cause: "claim_\(name)") }
        return value
    }

    /// Whether `aud` is this audience, or a list with it (RFC 7519 §4.1.3).
    fileprivate func isMeant(for audience: String) -> Bool {
        switch self["aud"] {
        case .string(let text): text == audience
        case .array(let values): values.contains(.string(audience))
        default: false
        }
    }
}

extension JSONValue {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
    fileprivate var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    fileprivate var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
}
