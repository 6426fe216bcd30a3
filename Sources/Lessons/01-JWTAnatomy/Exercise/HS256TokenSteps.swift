// Yours to change. Chapter: chapters/01-jwt-anatomy.md · Solution: Sources/Core/Tokens/HS256TokenSteps.swift

import LessonKit
package import Tokens

/// JSON Web Tokens signed with HMAC-SHA256, step by step (RFC 7515, RFC 7519).
package struct HS256TokenSteps: TokenSteps {
    package init() {}

    package func header(of parts: TokenParts) throws -> JSONObject {
        try JSONObject(parsing: Base64URL.decodeForgivingly(parts.header))
    }

    package func claims(of parts: TokenParts) throws -> JSONObject {
        // TODO jwt-anatomy.1: Read the claims, as the header is read above.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("jwt-anatomy.1") { try ours.claims(of: parts) }
    }

    package func signingInput(header: JSONObject, claims: JSONObject) -> String {
        Base64URL.encode(Array(header.json.utf8)) + "." + Base64URL.encode(Array(claims.json.utf8))
    }

    package func sign(_ signingInput: String, with key: HS256Key) -> String {
        // TODO jwt-anatomy.2: Put the key's authentication code, as base64url, behind what it covers.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("jwt-anatomy.2") { ours.sign(signingInput, with: key) }
    }

    package func verify(_ token: UnverifiedToken, with key: HS256Key) throws {
        // TODO jwt-anatomy.3: Hold the token to the key's algorithm, then to the code that the key computes.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("jwt-anatomy.3") { try ours.verify(token, with: key) }
    }

    package func judge(_ claims: JSONObject, at now: Int, leeway: Int) throws {
        if let notBefore = try claims.seconds("nbf"), now + leeway < notBefore {
            throw TokenError.notYetValid(until: notBefore)
        }
        // TODO jwt-anatomy.4: Refuse a token from the second that its `exp` names.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("jwt-anatomy.4") { try ours.judge(claims, at: now, leeway: leeway) }
    }

    package func isCanonical(_ part: String) -> Bool {
        // TODO jwt-anatomy.5: Accept a text only if writing its bytes again gives the same text.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("jwt-anatomy.5") { ours.isCanonical(part) }
    }
}
