import Foundation
package import JWTKit

/// Signs tokens with JWTKit, HS256, times in whole seconds.
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
}
