import AuthService
import Foundation
import GRDB
import JWTKit
import LessonKit
import Refresh
import Tokens
import Users

/// The versions that `refresh` can run.
let versions = Versions<any RefreshSteps>(
    yours: Refresh.StrictRefreshSteps(),
    solution: AuthService.StrictRefreshSteps(),
    flaws: [
        Flaw(
            "refresh-opens-the-door", caughtBy: "refresh.1",
            "Mints the refresh token as one more access token: it opens every door, for thirty days.",
            RefreshOpensTheDoor()),
        Flaw(
            "never-rotates", caughtBy: "refresh.2",
            "Gives the same refresh token back each time: whoever copies it is let in as often as its owner.",
            NeverRotates()),
        Flaw(
            "two-winners", caughtBy: "refresh.2",
            "Looks whether the token is good, then spends it: of two who come at once both find it good.",
            TwoWinners()),
        Flaw(
            "forgives-reuse", caughtBy: "refresh.3",
            "Refuses a spent token and thinks no more of it: the thief, who was quicker, stays.", ForgivesReuse()),
        Flaw(
            "always-fresh", caughtBy: "refresh.4",
            "Asks nobody for the password again: a token that was left open deletes the account.", AlwaysFresh()),
        Flaw(
            "everywhere-is-nowhere", caughtBy: "refresh.5",
            "Asks SQL for ids that differ from NULL, and there are none: a logout everywhere ends no session.",
            EverywhereIsNowhere()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: RefreshSteps {}

extension AlmostRight {
    var ours: any RefreshSteps { AuthService.StrictRefreshSteps() }

    var refreshType: TokenType { ours.refreshType }
    func members(with token: RefreshToken, with parts: ServiceParts) async throws -> JSONObject {
        try await ours.members(with: token, with: parts)
    }
    func rotate(_ spent: RefreshToken, with parts: ServiceParts) async throws -> RefreshToken? {
        try await ours.rotate(spent, with: parts)
    }
    func endSession(ofReused token: RefreshToken, with parts: ServiceParts) async throws -> Bool {
        try await ours.endSession(ofReused: token, with: parts)
    }
    func requireFresh(_ claims: TokenClaims) throws { try ours.requireFresh(claims) }
    func endSessions(of user: UserID, except kept: SessionID?, in database: Database) throws {
        try ours.endSessions(of: user, except: kept, in: database)
    }
}

private struct RefreshOpensTheDoor: AlmostRight {
    var refreshType: TokenType { .access }

    func members(with token: RefreshToken, with parts: ServiceParts) async throws -> JSONObject {
        let now = Date(timeIntervalSince1970: Double(token.issuedAt))
        let claims = AccessClaims(
            iss: .init(value: parts.settings.issuer), aud: .init(value: [parts.settings.audience]),
            sub: .init(value: token.user.text), jti: .init(value: token.id), iat: .init(value: now),
            nbf: .init(value: now), exp: .init(value: Date(timeIntervalSince1970: Double(token.expiresAt))),
            more: JSONObject([
                .init("type", .string("access")), .init("fresh", .boolean(false)),
                .init("sid", .string(token.session.text)),
            ]))
        return JSONObject([
            .init("refresh_token", .string(try await parts.signer.sign(claims))),
            .init("refresh_expires_in", .integer(token.expiresAt - token.issuedAt)),
        ])
    }
}

private struct NeverRotates: AlmostRight {
    func rotate(_ spent: RefreshToken, with parts: ServiceParts) async throws -> RefreshToken? {
        spent.successor(id: spent.id, issuedAt: parts.seconds)
    }
}

private struct TwoWinners: AlmostRight {
    func rotate(_ spent: RefreshToken, with parts: ServiceParts) async throws -> RefreshToken? {
        let good = try await parts.database.read { database in
            let sql = "SELECT refresh_id FROM session WHERE id = ?"
            return try String.fetchOne(database, sql: sql, arguments: [spent.session])
        }
        guard good == spent.id else { return nil }
        // A busy server pauses by itself. This one does so every time, for those who look for the gap.
        try await Task.sleep(for: .milliseconds(100))
        let new = spent.successor(id: parts.newID().uuidString.lowercased(), issuedAt: parts.seconds)
        let sql = "UPDATE session SET refresh_id = ?, previous_refresh_id = refresh_id, refreshed_at = ? WHERE id = ?"
        try await parts.database.write {
            try $0.execute(sql: sql, arguments: [new.id, new.issuedAt, new.session])
        }
        return new
    }
}

private struct ForgivesReuse: AlmostRight {
    func endSession(ofReused token: RefreshToken, with parts: ServiceParts) async throws -> Bool { false }
}

private struct AlwaysFresh: AlmostRight {
    func requireFresh(_ claims: TokenClaims) throws {}
}

private struct EverywhereIsNowhere: AlmostRight {
    func endSessions(of user: UserID, except kept: SessionID?, in database: Database) throws {
        try database.execute(sql: "DELETE FROM session WHERE user_id = ? AND id <> ?", arguments: [user, kept])
    }
}
