package import Users

/// Hashes and checks passwords in a queue of their own.
package struct PasswordHashing: Sendable {
    /// A hash that no password fits, as dear to check as anybody's: for names that nobody has.
    package let ofNobody: PasswordHash

    private let steps: any AccountSteps
    private let cost: ScryptCost
    private let queue: HashingQueue

    package init(steps: any AccountSteps, cost: ScryptCost, queue: HashingQueue) {
        (self.steps, self.cost, self.queue) = (steps, cost, queue)
        ofNobody = .ofNobody(cost: cost)
    }

    /// - Throws: ``ServiceError/overloaded(retryAfter:)``, `ScryptFailure`.
    package func hash(_ password: Password) async throws -> PasswordHash {
        // region hash
        try await queue.run { [steps, cost] in try steps.hash(password, cost: cost) }
        // endregion hash
    }

    /// Tells whether a password is the one that was hashed.
    ///
    /// - Throws: ``ServiceError/overloaded(retryAfter:)``, `PasswordHash.Unreadable`, `ScryptFailure`.
    package func verify(_ password: Password, against hash: PasswordHash) async throws -> Bool {
        try await queue.run { [steps] in try steps.verify(password, against: hash) }
    }

    /// Hashes anew what was hashed at a lower cost than today's; nil if nothing is to be done.
    ///
    /// - Throws: as ``hash(_:)``.
    package func renewed(_ hash: PasswordHash, for password: Password) async throws -> PasswordHash? {
        hash.isCheaper(than: cost) ? try await self.hash(password) : nil
    }

    /// Hashes nothing more; see ``HashingQueue/close()``.
    package func close() { queue.close() }
}
