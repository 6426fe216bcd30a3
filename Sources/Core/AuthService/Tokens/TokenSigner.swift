import Foundation
package import JWTKit
package import Tokens

/// Signs tokens and verifies their signatures with JWTKit: HS256, times in whole seconds.
package struct TokenSigner: Sendable {
    private let keys: JWTKeyCollection
    /// The key as JWTKit holds it: bound to HS256, whatever a token says.
    private let key: any JWTAlgorithm

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
        key = try await keys.getKey()
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

    /// Proves that our key signed a token.
    ///
    /// JWTKit is given the very bytes that were read strictly. Its own reader would take the token's text again, with
    /// other spellings of the same bytes, and parse all of it a second time.
    ///
    /// - Throws: `TokenError.wrongSignature`.
    package func verify(_ token: UnverifiedToken) throws {
        // region verify
        let isOurs = try? key.verify(token.signature, signs: Array(token.signingInput.utf8))
        guard isOurs == true else { throw TokenError.wrongSignature }
        // endregion verify
    }
}
