import Hummingbird
import Logging
import Users

/// Who may do what: `GET` and `DELETE /user/{id}` for oneself and for admins, `PUT /user/{id}/role` for admins.
package struct ClaimsFeature: Feature {
    package init() {}

    package var additions: Additions {
        var additions = Additions()
        additions.claims = [RoleClaim()]
        additions.users = [RoleMember()]
        return additions
    }

    package func routes(with parts: ServiceParts) -> [Route] {
        [
            Route(guarded: .get, "/user/{id}", with: parts) { try await show($1, parts) },
            Route(guarded: .delete, "/user/{id}", isSensitive: true, with: parts) { try await delete($1, parts) },
            Route(guarded: .put, "/user/{id}/role", with: parts) { try await changeRole($0, $1, parts) },
        ]
    }

    // region show
    private func show(_ caller: AuthenticatedContext, _ parts: ServiceParts) async throws -> Response {
        let user = try await account(.see, caller, parts)
        return .json(.ok, parts.answer(for: user))
    }
    // endregion show

    // region delete
    private func delete(_ caller: AuthenticatedContext, _ parts: ServiceParts) async throws -> Response {
        let user = try await account(.delete, caller, parts)
        guard try await parts.users.remove(user.id) else { throw ServiceError.notFound }
        caller.logger.notice("Deleted an account", metadata: ["account": "\(user.id)"])
        return Response(status: .noContent)
    }
    // endregion delete

    // region change-role
    private func changeRole(
        _ request: Request, _ caller: AuthenticatedContext, _ parts: ServiceParts
    ) async throws -> Response {
        let steps = parts.steps.claims
        let isAllowed = try await steps.isAllowed(.changeRole, with: caller.accountID, for: caller, with: parts)
        let user = try await steps.changeRole(
            of: caller.accountID, as: request, isAllowed: isAllowed, with: parts)
        let metadata: Logger.Metadata = ["account": "\(user.id)", "is_admin": "\(user.isAdmin)"]
        caller.logger.notice("Changed a role", metadata: metadata)
        return .json(.ok, parts.answer(for: user))
    }
    // endregion change-role

    // region account
    private func account(
        _ action: AccountAction, _ caller: AuthenticatedContext, _ parts: ServiceParts
    ) async throws -> User {
        let steps = parts.steps.claims
        let isAllowed = try await steps.isAllowed(action, with: caller.accountID, for: caller, with: parts)
        return try await steps.account(caller.accountID, isAllowed: isAllowed, with: parts)
    }
    // endregion account
}

extension AuthenticatedContext {
    /// The id in the path, as it was sent: perhaps nobody's.
    fileprivate var accountID: String { parameters.get("id") ?? "" }
}
