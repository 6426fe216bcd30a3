import Foundation
package import GRDB
import JWTKit
package import Tokens
package import Users

/// Refresh tokens that are good once, step by step.
package struct StrictRefreshSteps: RefreshSteps {
    package init() {}

    package var refreshType: TokenType { .refresh }

    package func members(with token: RefreshToken, with parts: ServiceParts) async throws -> JSONObject {
        // exercise refresh.1: Sign the claims of a refresh token, and say the token and its lifetime in two members.
        let now = Date(timeIntervalSince1970: Double(token.issuedAt))
        let claims = RefreshClaims(
            iss: .init(value: parts.settings.issuer), aud: .init(value: [parts.settings.audience]),
            sub: .init(value: token.user.text), jti: .init(value: token.id), iat: .init(value: now),
            nbf: .init(value: now), exp: .init(value: Date(timeIntervalSince1970: Double(token.expiresAt))),
            type: .refresh, sid: token.session)
        return JSONObject([
            .init("refresh_token", .string(try await parts.signer.sign(claims))),
            .init("refresh_expires_in", .integer(token.expiresAt - token.issuedAt)),
        ])
        // end refresh.1
    }

    package func rotate(_ spent: RefreshToken, with parts: ServiceParts) async throws -> RefreshToken? {
        // exercise refresh.2: In one statement, make a new id the session's if the spent one still is.
        let new = spent.successor(id: parts.newID().uuidString.lowercased(), issuedAt: parts.seconds)
        let sql = """
            UPDATE session SET refresh_id = ?, previous_refresh_id = refresh_id, refreshed_at = ?
            WHERE id = ? AND refresh_id = ?
            """
        let isFirst = try await parts.database.write { database in
            try database.execute(sql: sql, arguments: [new.id, new.issuedAt, spent.session, spent.id])
            return database.changesCount == 1
        }
        return isFirst ? new : nil
        // end refresh.2
    }

    package func endSession(ofReused token: RefreshToken, with parts: ServiceParts) async throws -> Bool {
        // exercise refresh.3: Delete the session of the token, and tell whether there was one to delete.
        try await parts.database.write { database in
            try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [token.session])
            return database.changesCount == 1
        }
        // end refresh.3
    }

    package func requireFresh(_ claims: TokenClaims) throws {
        // exercise refresh.4: Refuse whoever has not just given the password.
        guard claims.isFresh else { throw ServiceError.freshTokenRequired }
        // end refresh.4
    }

    package func endSessions(of user: UserID, except kept: SessionID?, in database: Database) throws {
        // exercise refresh.5: Delete all sessions of the user but the one to keep.
        try database.execute(
            sql: "DELETE FROM session WHERE user_id = ? AND id IS NOT ?", arguments: [user, kept])
        // end refresh.5
    }
}
