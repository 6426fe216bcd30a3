// Yours to change. Chapter: chapters/05-protected-routes.md · Solution: Sources/Core/AuthService/Guard/StrictGuardSteps.swift

package import AuthService
package import GRDB
package import Hummingbird
import LessonKit
import Tokens
package import Users

/// The way to a protected route, step by step.
package struct StrictGuardSteps: GuardSteps {
    package init() {}

    package func bearerToken(in request: Request) throws -> String {
        // TODO protected-routes.1: Take what follows the scheme `Bearer` in the one Authorization header.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("protected-routes.1") { try ours.bearerToken(in: request) }
    }

    package func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims {
        // TODO protected-routes.2: Read strictly, verify the signature, judge the times, then the claims; say why not.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("protected-routes.2") { try ours.claims(of: token, with: parts) }
    }

    package func user(of claims: TokenClaims, in database: Database, with parts: ServiceParts) throws -> User {
        // TODO protected-routes.3: Load the user whom the token is about; without one the token is good for nothing.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("protected-routes.3") { try ours.user(of: claims, in: database, with: parts) }
    }

    package func myInfo(of user: User, with parts: ServiceParts) -> Response {
        // TODO protected-routes.4: Answer 200 with what others may see of the user.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("protected-routes.4") { ours.myInfo(of: user, with: parts) }
    }
}
