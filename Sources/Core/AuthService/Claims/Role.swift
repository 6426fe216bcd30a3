import Tokens
import Users

/// Says in each access token whether its user is an admin.
struct RoleClaim: ClaimAddition {
    // region role-claim
    func claims(for grant: Grant, with parts: ServiceParts) async throws -> JSONObject {
        parts.steps.claims.claims(about: grant.user)
    }
    // endregion role-claim
}

/// Says in each answer about a user whether they are an admin.
struct RoleMember: UserAnswerAddition {
    func members(of user: User) -> JSONObject {
        JSONObject([.init("is_admin", .boolean(user.isAdmin))])
    }
}
