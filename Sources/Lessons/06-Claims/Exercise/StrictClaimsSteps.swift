// Yours to change. Chapter: chapters/06-claims.md · Solution: Sources/Core/AuthService/Claims/StrictClaimsSteps.swift

package import AuthService
package import Hummingbird
import LessonKit
package import Tokens
package import Users

/// What somebody may do, step by step.
package struct StrictClaimsSteps: ClaimsSteps {
    package init() {}

    package func claims(about user: User) -> JSONObject {
        // TODO claims.1: Say in the claim `is_admin` whether the user is an admin, as true or false.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("claims.1") { ours.claims(about: user) }
    }

    package func isAllowed(
        _ action: AccountAction, with id: String, for caller: AuthenticatedContext, with parts: ServiceParts
    ) async throws -> Bool {
        // TODO claims.2: Let admins do everything, and anybody see and delete themselves; ask the row, not the token.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("claims.2") { try await ours.isAllowed(action, with: id, for: caller, with: parts) }
    }

    package func account(_ id: String, isAllowed: Bool, with parts: ServiceParts) async throws -> User {
        // TODO claims.3: Refuse whoever is not allowed before you look; then find the account, or say that there is none.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("claims.3") { try await ours.account(id, isAllowed: isAllowed, with: parts) }
    }

    package func changeRole(
        of id: String, as request: Request, isAllowed: Bool, with parts: ServiceParts
    ) async throws -> User {
        // TODO claims.4: Refuse, read `is_admin` from the body, and change the role, each in its turn.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("claims.4") {
            try await ours.changeRole(of: id, as: request, isAllowed: isAllowed, with: parts)
        }
    }
}
