package import Hummingbird
package import Tokens
package import Users

/// What somebody may do, step by step.
package struct StrictClaimsSteps: ClaimsSteps {
    package init() {}

    package func claims(about user: User) -> JSONObject {
        // exercise claims.1: Say in the claim `is_admin` whether the user is an admin, as true or false.
        JSONObject([.init("is_admin", .boolean(user.isAdmin))])
        // end claims.1
    }

    package func isAllowed(
        _ action: AccountAction, with id: String, for caller: AuthenticatedContext, with parts: ServiceParts
    ) async throws -> Bool {
        // exercise claims.2: Let admins do everything, and anybody see and delete themselves; ask the row, not the token.
        switch action {
        case .see, .delete: caller.user.isAdmin || caller.user.id.text == id
        case .changeRole: caller.user.isAdmin
        }
        // end claims.2
    }

    package func account(_ id: String, isAllowed: Bool, with parts: ServiceParts) async throws -> User {
        // exercise claims.3: Refuse whoever is not allowed before you look; then find the account, or say that there is none.
        guard isAllowed else { throw ServiceError.forbidden }
        guard let id = UserID(id), let user = try await parts.users.user(id) else { throw ServiceError.notFound }
        return user
        // end claims.3
    }

    package func changeRole(
        of id: String, as request: Request, isAllowed: Bool, with parts: ServiceParts
    ) async throws -> User {
        // exercise claims.4: Refuse, read `is_admin` from the body, and change the role, each in its turn.
        guard isAllowed else { throw ServiceError.forbidden }
        let isAdmin = try await request.jsonObject().boolean("is_admin")
        guard let id = UserID(id), let user = try await parts.users.setRole(of: id, isAdmin: isAdmin) else {
            throw ServiceError.notFound
        }
        return user
        // end claims.4
    }
}
