import Tokens

/// Makes tokens, good and hostile ones, from text: what a library would refuse to write is written here.
package struct Forge: Sendable {
    /// The secret as text, for the command line.
    package let secret: String
    private let key: HS256Key

    /// - Throws: if the secret is too short to be a key.
    package init(secret: String = "correct horse battery staple, twice over") throws {
        self.secret = secret
        key = try HS256Key(Array(secret.utf8))
    }

    /// A token with this header and these claims as JSON text, rightly signed with HMAC-SHA256 whatever they say.
    package func token(header: String = #"{"alg":"HS256","typ":"JWT"}"#, claims: String = #"{"sub":"ana"}"#) -> String {
        let input = Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(Array(claims.utf8))
        return input + "." + signature(over: input)
    }

    /// The right signature over this text, in base64url.
    package func signature(over input: String) -> String {
        Base64URL.encode(key.authenticationCode(for: input))
    }
}
