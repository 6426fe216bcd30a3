/// A secret for HS256: HMAC with SHA-256, which signs and verifies with the same bytes (RFC 7518 §3.2).
package struct HS256Key: Sendable {
    /// The `alg` that this key is for. The key decides, never the token (RFC 8725 §3.1).
    package static let algorithm = "HS256"

    /// The least number of bytes: as many as the hash has (RFC 7518 §3.2).
    package static let minimumSize = 32

    private let secret: [UInt8]

    /// - Throws: ``TooShort`` if there are fewer than 32 bytes: a short secret can be guessed offline from one token.
    package init(_ secret: [UInt8]) throws {
        guard secret.count >= Self.minimumSize else { throw TooShort(bytes: secret.count) }
        self.secret = secret
    }

    /// The message authentication code, 32 bytes, of the ASCII text that a token signs (RFC 7515 §5.1 step 5).
    package func authenticationCode(for signingInput: String) -> [UInt8] {
        LibCrypto.hmacSHA256(Array(signingInput.utf8), key: secret)
    }

    /// The secret has too few bytes for HS256.
    package struct TooShort: Error, Equatable {
        package let bytes: Int
    }
}

extension HS256Key: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the secret: descriptions end up in logs.
    package var description: String { "HS256Key(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Compares two authentication codes without telling an attacker, by the time it takes, how much of a guess is right.
package func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    LibCrypto.equalInConstantTime(one, other)
}
