/// Reads tokens strictly, in layers: form, then header and signature, then times. Each layer needs the one before.
package struct TokenReader: Sendable {
    /// The most bytes that a token may have.
    package static let largest = 8 * 1024

    private let steps: any TokenSteps

    package init(steps: any TokenSteps = HS256TokenSteps()) {
        self.steps = steps
    }

    /// Form: three parts in canonical base64url, header and claims JSON objects without duplicate members.
    ///
    /// - Throws: ``TokenError``.
    package func read(_ token: String) throws -> UnverifiedToken {
        guard token.utf8.count <= Self.largest else { throw TokenError.tooLarge(bytes: token.utf8.count) }
        let parts = try TokenParts(splitting: token)
        let header = try decoding(.header) { try steps.header(of: parts) }
        let claims = try decoding(.claims) { try steps.claims(of: parts) }
        let signature = try decoding(.signature) { try decode(parts.signature) }
        try decoding(.header) { try requireCanonical(parts.header) }
        try decoding(.claims) { try requireCanonical(parts.claims) }
        return UnverifiedToken(header: header, claims: claims, signature: signature, signingInput: parts.signingInput)
    }

    /// Form, header and signature: who signed it, and with what, but not whether it is still good.
    ///
    /// - Throws: ``TokenError``.
    package func authenticate(_ token: String, with key: HS256Key) throws -> UnverifiedToken {
        let token = try read(token)
        try token.requireHeader(keyIDs: [])
        try steps.verify(token, with: key)
        return token
    }

    /// All of ``authenticate(_:with:)``, and `nbf` and `exp` where present.
    ///
    /// - Parameters:
    ///   - now: seconds since 1970.
    ///   - leeway: seconds by which the issuer's clock may differ from ours.
    /// - Throws: ``TokenError``.
    package func verify(_ token: String, with key: HS256Key, at now: Int, leeway: Int = 0) throws -> UnverifiedToken {
        let token = try authenticate(token, with: key)
        try judge(token.claims, at: now, leeway: leeway)
        return token
    }

    /// Times alone: for tokens whose signature somebody else has verified.
    ///
    /// - Throws: ``TokenError``.
    package func judge(_ claims: JSONObject, at now: Int, leeway: Int = 0) throws {
        try steps.judge(claims, at: now, leeway: leeway)
    }

    /// Bytes from base64url in its one canonical spelling.
    ///
    /// - Throws: ``Base64URLError``.
    package func decode(_ text: String) throws -> [UInt8] {
        let bytes = try Base64URL.decodeForgivingly(text)
        try requireCanonical(text)
        return bytes
    }

    private func requireCanonical(_ text: String) throws {
        guard steps.isCanonical(text) else { throw Base64URLError.notCanonical }
    }

    private func decoding<Value>(_ part: TokenError.Part, _ step: () throws -> Value) throws -> Value {
        do {
            return try step()
        } catch let error as Base64URLError {
            throw TokenError.notBase64URL(part, error)
        } catch let error as JSONError {
            throw TokenError.notJSON(part, error)
        }
    }
}
