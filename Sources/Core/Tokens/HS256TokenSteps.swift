/// JSON Web Tokens signed with HMAC-SHA256, step by step (RFC 7515, RFC 7519).
package struct HS256TokenSteps: TokenSteps {
    package init() {}

    package func header(of parts: TokenParts) throws -> JSONObject {
        // region header
        try JSONObject(parsing: Base64URL.decodeForgivingly(parts.header))
        // endregion header
    }

    package func claims(of parts: TokenParts) throws -> JSONObject {
        // exercise jwt-anatomy.1: Read the claims, as the header is read above.
        try JSONObject(parsing: Base64URL.decodeForgivingly(parts.claims))
        // end jwt-anatomy.1
    }

    package func signingInput(header: JSONObject, claims: JSONObject) -> String {
        Base64URL.encode(Array(header.json.utf8)) + "." + Base64URL.encode(Array(claims.json.utf8))
    }

    package func sign(_ signingInput: String, with key: HS256Key) -> String {
        // exercise jwt-anatomy.2: Put the key's authentication code, as base64url, behind what it covers.
        signingInput + "." + Base64URL.encode(key.authenticationCode(for: signingInput))
        // end jwt-anatomy.2
    }

    package func verify(_ token: UnverifiedToken, with key: HS256Key) throws {
        // exercise jwt-anatomy.3: Hold the token to the key's algorithm, then to the code that the key computes.
        try token.requireAlgorithm(HS256Key.algorithm)
        let expected = key.authenticationCode(for: token.signingInput)
        guard equalInConstantTime(expected, token.signature) else { throw TokenError.wrongSignature }
        // end jwt-anatomy.3
    }

    package func judge(_ claims: JSONObject, at now: Int, leeway: Int) throws {
        // region not-before
        if let notBefore = try claims.seconds("nbf"), now + leeway < notBefore {
            throw TokenError.notYetValid(until: notBefore)
        }
        // endregion not-before
        // exercise jwt-anatomy.4: Refuse a token from the second that its `exp` names.
        if let expiry = try claims.seconds("exp"), now - leeway >= expiry {
            throw TokenError.expired(at: expiry)
        }
        // end jwt-anatomy.4
    }

    package func isCanonical(_ part: String) -> Bool {
        // exercise jwt-anatomy.5: Accept a text only if writing its bytes again gives the same text.
        guard let bytes = try? Base64URL.decodeForgivingly(part) else { return false }
        return Base64URL.encode(bytes) == part
        // end jwt-anatomy.5
    }
}
