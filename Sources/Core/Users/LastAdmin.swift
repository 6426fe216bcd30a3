import GRDB

/// Nobody would be left to name an admin.
package struct LastAdmin: Error {}

extension User {
    // region last-admin
    /// Makes sure that somebody stays an admin when this user is one no more.
    ///
    /// It is asked inside the transaction that makes the change: nobody else can change anything in between.
    ///
    /// - Throws: ``LastAdmin``.
    func requireAnotherAdmin(in database: Database) throws {
        guard isAdmin else { return }
        let others = User.filter(User.Columns.isAdmin == true && User.Columns.id != id)
        if try others.isEmpty(database) { throw LastAdmin() }
    }
    // endregion last-admin
}
