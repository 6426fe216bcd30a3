import NIOPosix
import Synchronization

/// Runs slow work off the event loops: one piece per core at a time, and a bounded number behind them.
///
/// Each hash takes 128 MiB while it runs, so memory is spent only on those that run; whoever waits costs next to
/// nothing, and whoever comes when the queue is full is told to come back.
package final class HashingQueue: Sendable {
    private struct State {
        var running = 0
        var waiting: [CheckedContinuation<Void, any Error>] = []
        var isClosed = false
    }

    private let width: Int
    private let places: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - width: how many run at once.
    ///   - places: how many may wait.
    package init(width: Int, places: Int = 128) {
        (self.width, self.places) = (width, places)
    }

    /// Runs the work when it is its turn.
    ///
    /// - Throws: ``ServiceError/overloaded(retryAfter:)`` at once if there is no place left; what the work throws.
    package func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation(takePlace)
        defer { leave() }
        return try await NIOThreadPool.singleton.runIfActive {
            giveWayToOtherThreads()
            return try work()
        }
    }

    private func takePlace(_ turn: CheckedContinuation<Void, any Error>) {
        let answer: Result<Void, any Error>? = state.withLock { state in
            if state.running < width, !state.isClosed {
                state.running += 1
                return .success(())
            }
            guard state.waiting.count < places, !state.isClosed else {
                return .failure(ServiceError.overloaded(retryAfter: 5))
            }
            state.waiting.append(turn)
            return nil
        }
        if let answer { turn.resume(with: answer) }
    }

    /// Hands the place to whoever has waited longest.
    private func leave() {
        let next: CheckedContinuation<Void, any Error>? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }

    /// Sends home whoever waits or still comes: the service is about to stop. What runs comes to its end.
    package func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for turn in waiting { turn.resume(throwing: ServiceError.overloaded(retryAfter: 5)) }
    }
}
