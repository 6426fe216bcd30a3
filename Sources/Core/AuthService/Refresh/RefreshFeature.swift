package import GRDB
import Hummingbird
import Logging
import Tokens
import Users

/// `POST /refresh`, and what belongs to sessions that live for long: a token in the token response that renews it, a
/// new password, the end of all sessions.
package struct RefreshFeature: Feature {
    package init() {}

    package var additions: Additions {
        var additions = Additions()
        additions.members = [FirstRefreshToken()]
        additions.sensitiveChecks = [FreshnessCheck()]
        return additions
    }

    package func migrate(_ migrator: inout DatabaseMigrator) {
        migrator.registerMigration("refresh", migrate: SessionStore.addRefreshTokens)
    }

    package func routes(with parts: ServiceParts) -> [Route] {
        let type = parts.steps.refresh.refreshType
        return [
            Route(guarded: .post, "/refresh", accepting: [type], with: parts) { try await refresh($1, parts) },
            Route(guarded: .put, "/my-info/password", isSensitive: true, with: parts) {
                try await PasswordChange(parts).answer(to: $0, from: $1)
            },
            Route(guarded: .post, "/logout/everywhere", with: parts) { try await logOutEverywhere($1, parts) },
        ]
    }

    // region refresh
    private func refresh(_ caller: AuthenticatedContext, _ parts: ServiceParts) async throws -> Response {
        let steps = parts.steps.refresh
        let spent = try RefreshToken(caller.claims)
        guard let token = try await successor(of: spent, parts) else {
            if try await steps.endSession(ofReused: spent, with: parts) {
                caller.logger.warning("A spent refresh token came back", metadata: ["session": "\(spent.session)"])
            }
            throw ServiceError.tokenRevoked
        }
        caller.logger.info("Refreshed", metadata: ["session": "\(token.session)"])
        let members = try await steps.members(with: token, with: parts)
        let claims = JSONObject([.init("sid", .string(token.session.text))])
        return try await TokenIssuer(parts).answer(to: caller.user, renewing: claims, members: members)
    }
    // endregion refresh

    // region grace
    /// The token that takes the place of a spent one. A client that comes twice, since the first answer was lost, gets
    /// the same one again for a moment, where that is configured.
    private func successor(of spent: RefreshToken, _ parts: ServiceParts) async throws -> RefreshToken? {
        if let token = try await parts.steps.refresh.rotate(spent, with: parts) { return token }
        let grace = parts.settings.refreshGrace
        return grace == 0 ? nil : try await parts.sessions.successor(of: spent, since: parts.seconds - grace)
    }
    // endregion grace

    // region log-out-everywhere
    private func logOutEverywhere(_ caller: AuthenticatedContext, _ parts: ServiceParts) async throws -> Response {
        try await parts.database.write { database in
            try parts.steps.refresh.endSessions(of: caller.user.id, except: nil, in: database)
        }
        caller.logger.notice("Logged out everywhere")
        return .json(.ok, JSONObject([.init("message", .string("Logged out everywhere."))]))
    }
    // endregion log-out-everywhere
}
