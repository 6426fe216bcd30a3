import Foundation
package import JWTKit
package import Tokens

/// Signs tokens and verifies their signatures with JWTKit: HS256, times in whole seconds.
package struct TokenSigner: Sendable {
    private let keys: JWTKeyCollection

    /// - Throws: ``SigningSecret/Unusable/tooShort(bytes:)``. JWTKit itself takes any secret in a release build.
    package init(_ secret: SigningSecret) async throws {
        guard secret.bytes.count >= SigningSecret.minimumSize else {
            throw SigningSecret.Unusable.tooShort(bytes: secret.bytes.count)
        }
        // region keys
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .integerSecondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        keys = await JWTKeyCollection().add(
            hmac: HMACKey(from: secret.bytes), digestAlgorithm: .sha256,
            serializer: DefaultJWTSerializer(jsonEncoder: encoder))
        // endregion keys
    }

    /// The finished token, with the header `{"alg":"HS256","typ":"JWT"}`.
    package func sign(_ claims: some JWTPayload) async throws -> String {
        try await keys.sign(claims)
    }

    /// Holds a token's header to what we issue. JWTKit would take a rightly signed token whatever its header says.
    ///
    /// - Throws: `TokenError`.
    package func requireHeader(of token: UnverifiedToken) throws {
        try token.requireAlgorithm(HS256Key.algorithm)
        try token.requireHeader(keyIDs: [])
    }

    /// Proves that one of our keys signed a token.
    ///
    /// JWTKit looks at nothing but the signature here, and takes other spellings of the same bytes: read the token
    /// strictly first.
    ///
    /// - Throws: `TokenError.wrongSignature`.
    package func verify(_ token: String) async throws {
        // region verify
        do {
            _ = try await keys.verify(token, as: SignatureOnly.self)
        } catch {
            throw TokenError.wrongSignature
        }
        // endregion verify
    }
}

/// Claims that nobody looks at: the strict reader has read them.
private struct SignatureOnly: JWTPayload {
    init(from decoder: any Decoder) throws {}
    func encode(to encoder: any Encoder) throws {}
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
