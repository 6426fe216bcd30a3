import Synchronization

/// Ends guessing: wrong passwords are counted by name, from one address and from all.
///
/// The counts live in memory and start anew with the process. Names are counted alike whether somebody has them or
/// not. The count from all addresses keeps guessing hopeless; it is higher, so that a stranger elsewhere does not lock
/// the owner out at once.
package final class LoginThrottle: Sendable {
    /// One attempt to log in.
    package struct Attempt: Hashable, Sendable {
        let name: String
        /// The address, or the network that it is taken from; see ``AddressRange/source(of:)``.
        let source: String

        /// - Parameters:
        ///   - name: normalised. A name longer than any account's is cut: memory is bounded.
        ///   - address: where the attempt comes from.
        package init(name: String, address: String) {
            self.name = String(String.UnicodeScalarView(name.unicodeScalars.prefix(64)))
            source = AddressRange.source(of: address)
        }
    }

    fileprivate struct State {
        var bySource: FailureLog<Attempt>
        var byName: FailureLog<String>
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - attempts: how many wrong passwords one address has for a name within the window; all together have ten
    ///     times as many.
    ///   - window: seconds.
    ///   - capacity: how many names and addresses are remembered. Each failure costs a hash, so that it takes long to
    ///     push anybody out.
    package init(attempts: Int, window: Int, capacity: Int = 50_000) {
        state = Mutex(
            State(
                bySource: FailureLog(limit: attempts, window: window, capacity: capacity),
                byName: FailureLog(limit: attempts * 10, window: window, capacity: capacity)))
    }

    /// Lets an attempt through, before anything is hashed.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: ``ServiceError/tooManyAttempts(retryAfter:)``.
    package func admit(_ attempt: Attempt, at now: Int) throws {
        try state.withLock { try $0.admit(attempt, at: now) }
    }

    /// Notes how an attempt ended.
    ///
    /// Many attempts can be let through before the first of them ends. So each is held to the limit once more: what
    /// comes back beyond it is refused, right or wrong, and tells a guesser nothing.
    ///
    /// - Throws: ``ServiceError/tooManyAttempts(retryAfter:)``.
    package func settle(_ attempt: Attempt, succeeded: Bool, at now: Int) throws {
        try state.withLock { state in
            try state.admit(attempt, at: now)
            if succeeded {
                state.bySource.clear(attempt)
            } else {
                state.bySource.note(attempt, at: now)
                state.byName.note(attempt.name, at: now)
            }
        }
    }
}

extension LoginThrottle.State {
    fileprivate func admit(_ attempt: LoginThrottle.Attempt, at now: Int) throws {
        let waits = [bySource.wait(for: attempt, at: now), byName.wait(for: attempt.name, at: now)]
        if let wait = waits.compactMap(\.self).max() { throw ServiceError.tooManyAttempts(retryAfter: max(1, wait)) }
    }
}
