/// Accounts for a program that has no event loops to spare: it adds and checks them one at a time.
package struct Accounts: Sendable {
    package let users: UserStore
    private let steps: any AccountSteps
    private let cost: ScryptCost

    package init(_ database: AccountDatabase, steps: any AccountSteps, cost: ScryptCost = .standard) {
        users = UserStore(database)
        (self.steps, self.cost) = (steps, cost)
    }

    /// Makes an account.
    ///
    /// - Throws: ``AccountError``, or `DatabaseError` with `SQLITE_CONSTRAINT_UNIQUE` if somebody has the name.
    package func add(_ text: String, _ password: Password) async throws -> User {
        // region add
        let username = try steps.username(from: text)
        try PasswordRule.check(password, for: username)
        let new = NewUser(id: UserID(), username: username, password: password)
        let user = User(new, passwordHash: try steps.hash(password, cost: cost))
        try await users.insert(user)
        return user
        // endregion add
    }

    /// The user with this name, in whichever spelling; nil if nobody has it.
    package func user(named text: String) async throws -> User? {
        guard let username = try? steps.username(from: text) else { return nil }
        return try await users.user(named: username)
    }

    /// Tells whether a password is this user's.
    package func check(_ password: Password, of user: User) throws -> Bool {
        try steps.verify(password, against: user.passwordHash)
    }

    /// Makes the hash of a password anew if today's cost is higher: only now is the right password at hand.
    ///
    /// - Returns: whether it was.
    package func renewHash(of user: User, with password: Password) async throws -> Bool {
        guard user.passwordHash.isCheaper(than: cost) else { return false }
        try await users.replaceHash(of: user, with: try steps.hash(password, cost: cost))
        return true
    }
}
