import GRDB
package import Users

/// The sessions in the database. A row is a session that lives; where there is no row, there is no session.
///
/// So whatever is lost, a row or the whole file, ends sessions and never revives one.
package struct SessionStore: Sendable {
    let database: AccountDatabase

    package init(_ database: AccountDatabase) {
        self.database = database
    }

    // region table
    /// Each session, its user, and the second from which on none of its tokens is good.
    static func createTable(in database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE session (
                    id TEXT NOT NULL PRIMARY KEY,
                    user_id TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
                    ends_at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX session_by_user ON session (user_id);
                CREATE INDEX session_by_end ON session (ends_at);
                """)
    }
    // endregion table

    // region begin
    /// Begins a session for somebody whose password was found right.
    ///
    /// That takes a while, and meanwhile the account may have been deleted or given another password. So the row of the
    /// user is asked once more, in the statement that begins the session.
    ///
    /// - Parameter end: seconds since 1970.
    /// - Throws: ``UserChanged`` if they no longer hold.
    func begin(_ session: SessionID, of user: User, until end: Int) async throws {
        let sql = """
            INSERT INTO session (id, user_id, ends_at)
            SELECT ?, id, ? FROM user WHERE id = ? AND password_hash = ?
            """
        let begun = try await database.write { database in
            try database.execute(sql: sql, arguments: [session, end, user.id, user.passwordHash.stored])
            return database.changesCount == 1
        }
        guard begun else { throw UserChanged() }
    }
    // endregion begin
}

extension ServiceParts {
    /// The sessions that live.
    package var sessions: SessionStore { SessionStore(database) }
}
