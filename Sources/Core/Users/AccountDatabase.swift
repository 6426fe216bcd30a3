import Foundation
package import GRDB

/// The SQLite database of the service: opened so that what was answered is on disk, and migrated.
package struct AccountDatabase: Sendable {
    package let writer: any DatabaseWriter

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
        if path == ":memory:" {
            writer = try DatabaseQueue(configuration: configuration)
        } else {
            Self.createPrivateFile(path)
            writer = try DatabasePool(path: path, configuration: configuration)
        }
        try Self.waitForTheDisk(writer)

        var migrator = DatabaseMigrator()
        migrator.registerMigration("user") { try steps.createTable(in: $0) }
        further(&migrator)
        try migrator.migrate(writer)
    }

    /// SQLite does not wait for the disk as it was told to.
    package struct NotDurable: Error {}

    /// SQLite creates files that everybody can read; its log files take after the database.
    private static func createPrivateFile(_ path: String) {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }

    /// GRDB sets NORMAL for the write-ahead log: then a power cut may undo what was answered, a logout for instance.
    private static func waitForTheDisk(_ writer: any DatabaseWriter) throws {
        try writer.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA fullfsync = ON")
            guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else { throw NotDurable() }
        }
    }
}
