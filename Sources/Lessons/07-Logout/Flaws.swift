import AuthService
import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import LessonKit
import Logout
import Synchronization
import Tokens
import Users

/// The versions that `logout` can run.
let versions = Versions<any LogoutSteps>(
    yours: Logout.StrictLogoutSteps(),
    solution: AuthService.StrictLogoutSteps(),
    flaws: [
        Flaw(
            "forgets-on-restart", caughtBy: "logout.1",
            "Keeps a list of ended sessions in memory: after the next restart they all live again.",
            ForgetsOnRestart()),
        Flaw(
            "logs-everyone-out", caughtBy: "logout.1",
            "Ends every session of the user: who logs out on one device is logged out on all.", LogsEveryoneOut()),
        Flaw(
            "revokes-the-text-not-the-token", caughtBy: "logout.2",
            "Remembers the header that it saw: the same token, written a little differently, still opens the door.",
            RevokesTheTextNotTheToken()),
        Flaw(
            "keeps-growing", caughtBy: "logout.3",
            "Never removes a session whose tokens have expired: the table grows with every login, for ever.",
            KeepsGrowing()),
    ])

/// The solution with one decision taken wrongly: what a flaw does not write, it gets right.
private protocol AlmostRight: LogoutSteps {}

extension AlmostRight {
    var ours: any LogoutSteps { AuthService.StrictLogoutSteps() }

    func logOut(_ session: SessionID, asked request: Request, with parts: ServiceParts) async throws -> Response {
        try await ours.logOut(session, asked: request, with: parts)
    }
    func requireLiving(
        _ session: SessionID, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        try ours.requireLiving(session, for: request, in: database, with: parts)
    }
    func prune(atMost limit: Int, with parts: ServiceParts) async throws {
        try await ours.prune(atMost: limit, with: parts)
    }
}

/// What a wrong version remembers in memory, until the process ends.
private final class Remembered: Sendable {
    private let texts = Mutex<Set<String>>([])

    func insert(_ text: String) { texts.withLock { _ = $0.insert(text) } }
    func contains(_ text: String) -> Bool { texts.withLock { $0.contains(text) } }
}

private let loggedOut = Response.json(.ok, JSONObject([.init("message", .string("Logged out."))]))

private struct ForgetsOnRestart: AlmostRight {
    let ended = Remembered()

    func logOut(_ session: SessionID, asked request: Request, with parts: ServiceParts) async throws -> Response {
        ended.insert(session.text)
        return loggedOut
    }

    func requireLiving(
        _ session: SessionID, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        if ended.contains(session.text) { throw ServiceError.tokenRevoked }
        try ours.requireLiving(session, for: request, in: database, with: parts)
    }
}

private struct LogsEveryoneOut: AlmostRight {
    func logOut(_ session: SessionID, asked request: Request, with parts: ServiceParts) async throws -> Response {
        let sql = "DELETE FROM session WHERE user_id = (SELECT user_id FROM session WHERE id = ?)"
        try await parts.database.write { try $0.execute(sql: sql, arguments: [session]) }
        return loggedOut
    }
}

private struct RevokesTheTextNotTheToken: AlmostRight {
    let seen = Remembered()

    func logOut(_ session: SessionID, asked request: Request, with parts: ServiceParts) async throws -> Response {
        seen.insert(request.headers[.authorization] ?? "")
        return loggedOut
    }

    func requireLiving(
        _ session: SessionID, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        if seen.contains(request.headers[.authorization] ?? "") { throw ServiceError.tokenRevoked }
    }
}

private struct KeepsGrowing: AlmostRight {
    func prune(atMost limit: Int, with parts: ServiceParts) async throws {}
}
