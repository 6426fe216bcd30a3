import Foundation
package import JWTKit
package import Tokens

/// Signs tokens and verifies their signatures with JWTKit: HS256, times in whole seconds.
package struct TokenSigner: Sendable {
    private let keys: JWTKeyCollection
    /// The name of the key that signs; nil while there is one key alone.
    private let signing: JWKIdentifier?
    /// The keys as JWTKit holds them: bound to HS256, whatever a token says.
    private let verifying: [(id: String?, key: any JWTAlgorithm)]

    /// - Throws: ``SigningSecret/Unusable/tooShort(bytes:)``. JWTKit itself takes any secret in a release build.
    package init(_ all: SigningKeys) async throws {
        let keys = JWTKeyCollection()
        var verifying: [(id: String?, key: any JWTAlgorithm)] = []
        for (id, secret) in all.all {
            guard secret.bytes.count >= SigningSecret.minimumSize else {
                throw SigningSecret.Unusable.tooShort(bytes: secret.bytes.count)
            }
            let name = id.map { JWKIdentifier(string: $0) }
            await Self.add(secret, named: name, to: keys)
            verifying.append((id, try await keys.getKey(for: name)))
        }
        (self.keys, self.verifying) = (keys, verifying)
        signing = all.others.isEmpty ? nil : all.first.id.map { JWKIdentifier(string: $0) }
    }

    private static func add(_ secret: SigningSecret, named name: JWKIdentifier?, to keys: JWTKeyCollection) async {
        // region keys
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .integerSecondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        await keys.add(
            hmac: HMACKey(from: secret.bytes), digestAlgorithm: .sha256, kid: name,
            serializer: DefaultJWTSerializer(jsonEncoder: encoder))
        // endregion keys
    }

    /// The finished token, with the header `{"alg":"HS256","typ":"JWT"}`, and `kid` where there is more than one key.
    package func sign(_ claims: some JWTPayload) async throws -> String {
        try await keys.sign(claims, kid: signing)
    }

    /// Holds a token's header to what we issue. JWTKit would take a rightly signed token whatever its header says, and
    /// one that names a key which we do not have for one that our first key has signed.
    ///
    /// - Throws: `TokenError`.
    package func requireHeader(of token: UnverifiedToken) throws {
        try token.requireAlgorithm(HS256Key.algorithm)
        try token.requireHeader(keyIDs: Set(verifying.compactMap(\.id)))
    }

    /// Proves that one of our keys signed a token: the one that its header names, or any where it names none, like
    /// the tokens from the time when there was one key.
    ///
    /// JWTKit is given the very bytes that were read strictly. Its own reader would take the token's text again, with
    /// other spellings of the same bytes, and parse all of it a second time.
    ///
    /// - Throws: `TokenError.wrongSignature`.
    package func verify(_ token: UnverifiedToken) throws {
        // region verify
        let named = token.header["kid"]
        let isOurs = verifying.contains { id, key in
            guard named == nil || named == id.map(JSONValue.string) else { return false }
            return (try? key.verify(token.signature, signs: Array(token.signingInput.utf8))) == true
        }
        guard isOurs else { throw TokenError.wrongSignature }
        // endregion verify
    }
}
