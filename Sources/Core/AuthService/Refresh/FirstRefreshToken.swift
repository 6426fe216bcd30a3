import Foundation
import GRDB
import Hummingbird
import Tokens
import Users

/// Gives a session its first refresh token when it begins, and with it a later end.
struct FirstRefreshToken: TokenResponseAddition {
    // region first-refresh-token
    func members(for grant: Grant, with parts: ServiceParts) async throws -> JSONObject {
        guard case .string(let text) = grant.claims["sid"], let session = SessionID(text) else { return JSONObject() }
        let now = Int(grant.issuedAt.timeIntervalSince1970)
        let token = RefreshToken(
            id: parts.newID().uuidString.lowercased(), user: grant.user.id, session: session, issuedAt: now,
            expiresAt: now + parts.settings.refreshTokenLifetime)
        try await parts.sessions.note(token)
        return try await parts.steps.refresh.members(with: token, with: parts)
    }
    // endregion first-refresh-token
}

/// Asks at sensitive routes for a token that comes straight from a password.
struct FreshnessCheck: TokenCheck {
    func check(
        _ claims: TokenClaims, of user: User, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        try parts.steps.refresh.requireFresh(claims)
    }
}
