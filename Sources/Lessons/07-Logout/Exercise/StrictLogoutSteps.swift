// Yours to change. Chapter: chapters/07-logout.md · Solution: Sources/Core/AuthService/Sessions/StrictLogoutSteps.swift

package import AuthService
package import GRDB
package import Hummingbird
import LessonKit
import Tokens
import Users

/// Sessions that end when they should, step by step.
package struct StrictLogoutSteps: LogoutSteps {
    package init() {}

    package func logOut(
        _ session: SessionID, asked request: Request, with parts: ServiceParts
    ) async throws -> Response {
        // TODO logout.1: Delete the row of the session, and answer 200 when that is done.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("logout.1") { try await ours.logOut(session, asked: request, with: parts) }
    }

    package func requireLiving(
        _ session: SessionID, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        // TODO logout.2: Ask whether there is a row of this session that has not come to its end; refuse without.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("logout.2") { try ours.requireLiving(session, for: request, in: database, with: parts) }
    }

    package func prune(atMost limit: Int, with parts: ServiceParts) async throws {
        // TODO logout.3: Delete the rows whose end has come, but no more than the limit.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("logout.3") { try await ours.prune(atMost: limit, with: parts) }
    }
}
