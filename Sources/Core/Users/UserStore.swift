package import GRDB

/// The accounts in the database, by what one wants of them.
package struct UserStore: Sendable {
    private let database: AccountDatabase

    package init(_ database: AccountDatabase) {
        self.database = database
    }

    /// Adds a user; it is on disk when this returns.
    ///
    /// - Throws: `DatabaseError` with `SQLITE_CONSTRAINT_UNIQUE` if somebody has the name. To look first and insert
    ///   then would be a race: only the constraint decides.
    package func insert(_ user: User) async throws {
        try await database.write { try user.insert($0) }
    }

    /// - Parameter name: normalised. One with a NUL is nobody's: text reaches SQLite only up to the first NUL, so what
    ///   stands before it would be looked up instead.
    package func user(named name: String) async throws -> User? {
        guard !name.utf8.contains(0) else { return nil }
        return try await database.read { try User.filter(User.Columns.username == name).fetchOne($0) }
    }

    package func user(_ id: UserID) async throws -> User? {
        try await database.read { try user(id, in: $0) }
    }

    /// Every guarded request asks this: the statement is compiled once for each connection and kept.
    package func user(_ id: UserID, in database: Database) throws -> User? {
        try User.fetchOne(database.cachedStatement(sql: "SELECT * FROM user WHERE id = ?"), arguments: [id])
    }

    /// All users, by name.
    package func all() async throws -> [User] {
        try await database.read { try User.order(User.Columns.username).fetchAll($0) }
    }

    /// Removes a user for good.
    ///
    /// - Returns: whether there was one.
    /// - Throws: ``LastAdmin`` if nobody would be left to name another.
    package func remove(_ id: UserID) async throws -> Bool {
        try await database.write { database in
            guard let user = try User.fetchOne(database, key: id) else { return false }
            try user.requireAnotherAdmin(in: database)
            return try user.delete(database)
        }
    }

    // region set-role
    /// Makes a user an admin, or an admin a user like others.
    ///
    /// - Returns: the user as they are then; nil if there is none.
    /// - Throws: ``LastAdmin`` if nobody would be left to name another.
    package func setRole(of id: UserID, isAdmin: Bool) async throws -> User? {
        try await database.write { database in
            guard var user = try User.fetchOne(database, key: id) else { return nil }
            if !isAdmin { try user.requireAnotherAdmin(in: database) }
            user.isAdmin = isAdmin
            try user.update(database)
            return user
        }
    }
    // endregion set-role

    /// Puts a new hash in place of the old one, unless the password was changed meanwhile.
    package func replaceHash(of user: User, with hash: PasswordHash) async throws {
        let row = User.filter(User.Columns.id == user.id && User.Columns.passwordHash == user.passwordHash.stored)
        try await database.write { try row.updateAll($0, User.Columns.passwordHash.set(to: hash.stored)) }
    }
}
