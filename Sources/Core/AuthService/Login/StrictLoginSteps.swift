package import Foundation
package import Hummingbird
import JWTKit
package import Tokens
package import Users

/// A login, step by step.
package struct StrictLoginSteps: LoginSteps {
    package init() {}

    package func signingSecret(from text: String) throws -> SigningSecret {
        // exercise login.1: Decode the base64 and refuse what holds too few bytes to sign with.
        guard let bytes = Data(base64Encoded: text) else { throw SigningSecret.Unusable.notBase64 }
        guard bytes.count >= SigningSecret.minimumSize else {
            throw SigningSecret.Unusable.tooShort(bytes: bytes.count)
        }
        return SigningSecret(Array(bytes))
        // end login.1
    }

    package func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User {
        // exercise login.2: Find the user and check the password; for a stranger, check the hash of nobody instead.
        let user = try await parts.users.user(named: name)
        let hash = user?.passwordHash ?? parts.hashing.ofNobody
        let isRight = try await parts.hashing.verify(password, against: hash)
        guard let user, isRight else { throw ServiceError.invalidCredentials }
        return user
        // end login.2
    }

    package func accessToken(
        for user: User, claims: JSONObject, at now: Date, with parts: ServiceParts
    ) async throws -> String {
        // exercise login.3: Fill in the registered claims, with an end after the configured lifetime, and sign them.
        let claims = AccessClaims(
            iss: .init(value: parts.settings.issuer),
            aud: .init(value: [parts.settings.audience]),
            sub: .init(value: user.id.text),
            jti: .init(value: parts.newID().uuidString.lowercased()),
            iat: .init(value: now),
            nbf: .init(value: now),
            exp: .init(value: now.addingTimeInterval(Double(parts.settings.accessTokenLifetime))),
            more: claims)
        return try await parts.signer.sign(claims)
        // end login.3
    }

    package func answer(_ accessToken: String, members: JSONObject, with parts: ServiceParts) -> Response {
        // exercise login.4: Answer 200 with the token, its type, its lifetime and the further members, never to be stored.
        var body = JSONObject([
            .init("access_token", .string(accessToken)),
            .init("token_type", .string("Bearer")),
            .init("expires_in", .integer(parts.settings.accessTokenLifetime)),
        ])
        body.merge(members)
        return .json(.ok, body, headers: [.cacheControl: "no-store"])
        // end login.4
    }
}
