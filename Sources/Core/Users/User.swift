package import GRDB

/// An account as it is stored: a row of the table `user`.
///
/// It is not `Encodable`, so that no answer can be made of it by accident; ``AccountSteps/answer(for:)`` makes one.
package struct User: Sendable, Equatable {
    package let id: UserID
    /// The normalised name.
    package let username: String
    package var passwordHash: PasswordHash
    package var isAdmin: Bool

    package init(id: UserID, username: String, passwordHash: PasswordHash, isAdmin: Bool) {
        (self.id, self.username) = (id, username)
        (self.passwordHash, self.isAdmin) = (passwordHash, isAdmin)
    }

    /// The account that was asked for, with the hash of its password.
    package init(_ new: NewUser, passwordHash: PasswordHash) {
        self.init(id: new.id, username: new.username, passwordHash: passwordHash, isAdmin: new.isAdmin)
    }
}

/// An account that is asked for: what comes in, with the password that is never stored.
package struct NewUser: Sendable {
    package let id: UserID
    /// The normalised name.
    package let username: String
    package let password: Password
    package let isAdmin: Bool

    package init(id: UserID, username: String, password: Password, isAdmin: Bool = false) {
        (self.id, self.username, self.password, self.isAdmin) = (id, username, password, isAdmin)
    }
}

extension User: TableRecord {
    package static let databaseTableName = "user"

    package enum Columns {
        package static let id = Column("id")
        package static let username = Column("username")
        package static let passwordHash = Column("password_hash")
        package static let isAdmin = Column("is_admin")
    }
}

extension User: FetchableRecord, PersistableRecord {
    package init(row: Row) throws {
        id = try row.decode(forColumn: Columns.id.name)
        username = try row.decode(forColumn: Columns.username.name)
        passwordHash = PasswordHash(stored: try row.decode(forColumn: Columns.passwordHash.name))
        isAdmin = try row.decode(forColumn: Columns.isAdmin.name)
    }

    package func encode(to container: inout PersistenceContainer) throws {
        container[Columns.id] = id
        container[Columns.username] = username
        container[Columns.passwordHash] = passwordHash.stored
        container[Columns.isAdmin] = isAdmin
    }
}
