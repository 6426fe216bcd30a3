import GRDB
import Synchronization
import Users

/// Finds out whether the database can be written and read, by doing both.
///
/// Anybody can ask, and each answer costs a wait for the disk. So there is one proof a second at the most; whoever asks
/// meanwhile gets the same.
package final class DatabaseProof: Sendable {
    private let database: AccountDatabase
    private let now: @Sendable () -> Int
    private let last = Mutex<(second: Int, outcome: Task<Void, any Error>)?>(nil)

    /// - Parameter now: the seconds since 1970.
    init(of database: AccountDatabase, now: @escaping @Sendable () -> Int) {
        (self.database, self.now) = (database, now)
    }

    /// - Throws: what keeps the database from answering.
    package func prove() async throws {
        let second = now()
        let outcome = last.withLock { last in
            if let last, last.second == second { return last.outcome }
            let outcome = Task { [database] in try await Self.writeAndRead(second, in: database) }
            last = (second, outcome)
            return outcome
        }
        try await outcome.value
    }

    /// The table that holds one row: when the database was last written for nothing but to see that it can be.
    static func createTable(in database: Database) throws {
        try database.execute(
            sql: "CREATE TABLE readiness (id INTEGER PRIMARY KEY CHECK (id = 1), asked_at INTEGER NOT NULL) STRICT")
    }

    // region write-and-read
    /// A change that is undone would reach no disk, so it is a real one; then a reader asks for what stands there.
    private static func writeAndRead(_ second: Int, in database: AccountDatabase) async throws {
        try await database.write {
            try $0.execute(sql: "INSERT OR REPLACE INTO readiness (id, asked_at) VALUES (1, ?)", arguments: [second])
        }
        let found = try await database.read { try Int.fetchOne($0, sql: "SELECT asked_at FROM readiness") }
        guard found != nil else { throw Unproven() }
    }
    // endregion write-and-read

    /// What was written could not be read.
    private struct Unproven: Error {}
}
