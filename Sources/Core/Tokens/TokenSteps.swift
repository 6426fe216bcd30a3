/// The steps between a text and a token that can be trusted, each a decision of its own.
///
/// ``HS256TokenSteps`` takes them rightly. ``TokenReader`` calls them in order.
package protocol TokenSteps: Sendable {
    /// Decodes the header. Anyone can; it proves nothing.
    /// - Throws: ``Base64URLError`` or ``JSONError``.
    func header(of parts: TokenParts) throws -> JSONObject

    /// Decodes the claims. Anyone can; it proves nothing.
    /// - Throws: ``Base64URLError`` or ``JSONError``.
    func claims(of parts: TokenParts) throws -> JSONObject

    /// Tells whether a text is the one spelling of the bytes that it stands for (RFC 4648 §3.5, RFC 7515 §2).
    func isCanonical(_ part: String) -> Bool

    /// What a signature covers: both objects as base64url, joined by a dot (RFC 7515 §5.1).
    func signingInput(header: JSONObject, claims: JSONObject) -> String

    /// Makes the finished token: what is signed, a dot, and the signature in base64url.
    func sign(_ signingInput: String, with key: HS256Key) -> String

    /// Proves that a holder of the key signed these bytes (RFC 7515 §5.2).
    /// - Throws: ``TokenError/wrongAlgorithm(_:)`` or ``TokenError/wrongSignature``.
    func verify(_ token: UnverifiedToken, with key: HS256Key) throws

    /// Judges `nbf` and `exp` where they are present (RFC 7519 §4.1.4 and §4.1.5).
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - leeway: seconds by which clocks may differ.
    /// - Throws: ``TokenError/expired(at:)``, ``TokenError/notYetValid(until:)``, ``TokenError/claimOfWrongType(_:)``.
    func judge(_ claims: JSONObject, at now: Int, leeway: Int) throws
}
