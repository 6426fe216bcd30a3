// Yours to change. Chapter: chapters/08-refresh.md · Solution: Sources/Core/AuthService/Refresh/StrictRefreshSteps.swift

package import AuthService
import Foundation
package import GRDB
import JWTKit
import LessonKit
package import Tokens
package import Users

/// Refresh tokens that are good once, step by step.
package struct StrictRefreshSteps: RefreshSteps {
    package init() {}

    package var refreshType: TokenType { .refresh }

    package func members(with token: RefreshToken, with parts: ServiceParts) async throws -> JSONObject {
        // TODO refresh.1: Sign the claims of a refresh token, and say the token and its lifetime in two members.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("refresh.1") { try await ours.members(with: token, with: parts) }
    }

    package func rotate(_ spent: RefreshToken, with parts: ServiceParts) async throws -> RefreshToken? {
        // TODO refresh.2: In one statement, make a new id the session's if the spent one still is.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("refresh.2") { try await ours.rotate(spent, with: parts) }
    }

    package func endSession(ofReused token: RefreshToken, with parts: ServiceParts) async throws -> Bool {
        // TODO refresh.3: Delete the session of the token, and tell whether there was one to delete.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("refresh.3") { try await ours.endSession(ofReused: token, with: parts) }
    }

    package func requireFresh(_ claims: TokenClaims) throws {
        // TODO refresh.4: Refuse whoever has not just given the password.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("refresh.4") { try ours.requireFresh(claims) }
    }

    package func endSessions(of user: UserID, except kept: SessionID?, in database: Database) throws {
        // TODO refresh.5: Delete all sessions of the user but the one to keep.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("refresh.5") { try ours.endSessions(of: user, except: kept, in: database) }
    }
}
