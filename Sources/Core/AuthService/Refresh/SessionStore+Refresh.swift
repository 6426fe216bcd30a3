import GRDB
import Users

extension SessionStore {
    // region columns
    /// The id of the one refresh token that is good, the id of the one before it, and when the one took the other's place.
    ///
    /// All that came earlier need not be kept: they are rightly signed, name the session, and are not the good one.
    static func addRefreshTokens(in database: Database) throws {
        try database.execute(
            sql: """
                ALTER TABLE session ADD COLUMN refresh_id TEXT;
                ALTER TABLE session ADD COLUMN previous_refresh_id TEXT;
                ALTER TABLE session ADD COLUMN refreshed_at INTEGER;
                """)
    }
    // endregion columns

    /// Makes a token the good one of its session, which lives as long as the token.
    func note(_ token: RefreshToken) async throws {
        let sql = "UPDATE session SET refresh_id = ?, ends_at = ? WHERE id = ?"
        try await database.write { try $0.execute(sql: sql, arguments: [token.id, token.expiresAt, token.session]) }
    }

    /// The token that took the place of another one after a moment, if it is still the good one of the session.
    ///
    /// - Parameter moment: seconds since 1970.
    func successor(of token: RefreshToken, since moment: Int) async throws -> RefreshToken? {
        try await database.read { database in
            let sql = """
                SELECT refresh_id, refreshed_at FROM session
                WHERE id = ? AND previous_refresh_id = ? AND refreshed_at > ?
                """
            let row = try Row.fetchOne(database, sql: sql, arguments: [token.session, token.id, moment])
            return row.map { token.successor(id: $0["refresh_id"], issuedAt: $0["refreshed_at"]) }
        }
    }
}
