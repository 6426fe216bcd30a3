import Foundation
import GRDB
import Hummingbird
import Tokens
import Users

/// Begins a session when somebody logs in, and names it in the token.
struct SessionClaim: ClaimAddition {
    // region session-claim
    func claims(for grant: Grant, with parts: ServiceParts) async throws -> JSONObject {
        guard grant.claims["sid"] == nil else { return JSONObject() }
        let session = SessionID(parts.newID())
        let lifetime = parts.settings.accessTokenLifetime + parts.settings.tokenLeeway
        let end = Int(grant.issuedAt.timeIntervalSince1970) + lifetime
        try await parts.sessions.begin(session, of: grant.user, until: end)
        try await parts.steps.logout.prune(atMost: 10, with: parts)
        return JSONObject([.init("sid", .string(session.text))])
    }
    // endregion session-claim
}

/// Asks at every guarded request whether the token's session lives.
struct SessionCheck: TokenCheck {
    // region session-check
    func check(
        _ claims: TokenClaims, of user: User, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        try parts.steps.logout.requireLiving(claims.session, for: request, in: database, with: parts)
    }
    // endregion session-check
}
