package import GRDB
package import Hummingbird
import Tokens
import Users

/// Sessions that end when they should, step by step.
package struct StrictLogoutSteps: LogoutSteps {
    package init() {}

    package func logOut(
        _ session: SessionID, asked request: Request, with parts: ServiceParts
    ) async throws -> Response {
        // exercise logout.1: Delete the row of the session, and answer 200 when that is done.
        try await parts.database.write { database in
            try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [session])
        }
        return .json(.ok, JSONObject([.init("message", .string("Logged out."))]))
        // end logout.1
    }

    package func requireLiving(
        _ session: SessionID, for request: Request, in database: Database, with parts: ServiceParts
    ) throws {
        // exercise logout.2: Ask whether there is a row of this session that has not come to its end; refuse without.
        let question = try database.cachedStatement(
            sql: "SELECT EXISTS (SELECT * FROM session WHERE id = ? AND ends_at > ?)")
        let lives = try Bool.fetchOne(question, arguments: [session, parts.seconds])
        guard lives == true else { throw ServiceError.tokenRevoked }
        // end logout.2
    }

    package func prune(atMost limit: Int, with parts: ServiceParts) async throws {
        // exercise logout.3: Delete the rows whose end has come, but no more than the limit.
        let now = parts.seconds
        let sql = "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE ends_at <= ? LIMIT ?)"
        try await parts.database.write { try $0.execute(sql: sql, arguments: [now, limit]) }
        // end logout.3
    }
}
