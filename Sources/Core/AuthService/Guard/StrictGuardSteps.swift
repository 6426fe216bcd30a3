package import GRDB
package import Hummingbird
import Tokens
package import Users

/// The way to a protected route, step by step.
package struct StrictGuardSteps: GuardSteps {
    package init() {}

    package func bearerToken(in request: Request) throws -> String {
        // exercise protected-routes.1: Take what follows the scheme `Bearer` in the one Authorization header.
        let headers = request.headers[values: .authorization]
        guard headers.count < 2 else { throw ServiceError.invalidRequest(.other) }
        let words = headers.first?.split(separator: " ", maxSplits: 1) ?? []
        guard words.count == 2, words[0].lowercased() == "bearer" else { throw ServiceError.authorizationRequired }
        return String(words[1].drop { $0 == " " })
        // end protected-routes.1
    }

    package func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims {
        // exercise protected-routes.2: Read strictly, verify the signature, judge the times, then the claims; say why not.
        do {
            let unverified = try TokenReader().read(token)
            try parts.signer.requireHeader(of: unverified)
            try parts.signer.verify(unverified)
            try TokenReader().judge(unverified.claims, at: parts.seconds, leeway: parts.settings.tokenLeeway)
            return try TokenClaims(unverified.claims, with: parts.settings)
        } catch TokenError.expired {
            throw ServiceError.tokenExpired
        } catch let error as TokenError {
            throw ServiceError.invalidToken(cause: error.reason)
        }
        // end protected-routes.2
    }

    package func user(of claims: TokenClaims, in database: Database, with parts: ServiceParts) throws -> User {
        // exercise protected-routes.3: Load the user whom the token is about; without one the token is good for nothing.
        guard let user = try parts.users.user(claims.subject, in: database) else {
            throw ServiceError.invalidToken(cause: "no_such_user")
        }
        return user
        // end protected-routes.3
    }

    package func myInfo(of user: User, with parts: ServiceParts) -> Response {
        // exercise protected-routes.4: Answer 200 with what others may see of the user.
        .json(.ok, parts.answer(for: user))
        // end protected-routes.4
    }
}
