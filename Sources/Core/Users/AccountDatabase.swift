import Foundation
package import GRDB

/// The SQLite database of the service: opened so that what was answered is on disk, and migrated.
package struct AccountDatabase: Sendable {
    private let writer: any DatabaseWriter

    /// Opens a database, or creates one that only its owner can read.
    ///
    /// - Parameters:
    ///   - path: a file, or `:memory:` for one that ends with the process.
    ///   - steps: who creates the table `user`.
    ///   - further: the migrations of features that need tables of their own.
    /// - Throws: `DatabaseError`, or ``NotDurable``.
    package init(
        path: String, steps: any AccountSteps = StrictAccountSteps(),
        further: (inout DatabaseMigrator) -> Void = { _ in }
    ) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        // What is deleted is overwritten: the hash of somebody who has left does not stay behind in the file.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
        if path == ":memory:" {
            writer = try DatabaseQueue(configuration: configuration)
        } else {
            createPrivateFile(at: path)
            writer = try Self.openFile(path, configuration)
        }
        try Self.waitForTheDisk(writer)

        var migrator = DatabaseMigrator()
        migrator.registerMigration("user") { try steps.createTable(in: $0) }
        further(&migrator)
        try Self.migrate(writer, migrator)
    }

    /// Reads from the database as it is at one moment, while others may write.
    package func read<Result: Sendable>(
        _ question: @escaping @Sendable (Database) throws -> Result
    ) async throws -> Result {
        try await writer.read(question)
    }

    // region write
    /// Changes something, all of it or nothing; it is on disk when this returns.
    ///
    /// It happens in a task of its own, which nobody cancels: half a logout must not be undone since its client hung up.
    @discardableResult
    package func write<Result: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Result
    ) async throws -> Result {
        try await Task { try await writer.write(change) }.value
    }
    // endregion write

    /// Closes the database, which leaves everything in one file. Without this nothing is lost: what stands in the log
    /// beside it is taken over at the next opening. What is closed already stays so.
    package func close() {
        // As a statement, which is refused on a closed connection; the function of that name would crash there.
        try? writer.barrierWriteWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try? writer.close()
    }

    /// SQLite does not wait for the disk as it was told to.
    package struct NotDurable: Error {}

    /// Of two processes that turn on the write-ahead log of a new database at once, SQLite refuses one and does not wait.
    private static func openFile(_ path: String, _ configuration: Configuration) throws -> DatabasePool {
        let deadline = ContinuousClock.now + .seconds(5)
        while true {
            do {
                return try DatabasePool(path: path, configuration: configuration)
            } catch DatabaseError.SQLITE_BUSY where ContinuousClock.now < deadline {
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
    }

    /// GRDB sets NORMAL for the write-ahead log: then a power cut may undo what was answered, a logout for instance.
    private static func waitForTheDisk(_ writer: any DatabaseWriter) throws {
        // region wait-for-the-disk
        try writer.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA fullfsync = ON")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else { throw NotDurable() }
        }
        // endregion wait-for-the-disk
    }

    /// Another process may migrate the same file at the same moment. If it got further meanwhile, go on from there.
    private static func migrate(_ writer: any DatabaseWriter, _ migrator: DatabaseMigrator) throws {
        var applied = try writer.read(migrator.appliedIdentifiers).count
        while true {
            do {
                return try migrator.migrate(writer)
            } catch {
                let meanwhile = try writer.read(migrator.appliedIdentifiers).count
                guard meanwhile > applied else { throw error }
                applied = meanwhile
            }
        }
    }
}
