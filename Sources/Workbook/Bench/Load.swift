import Foundation
import Synchronization

/// Several clients at once, each with a connection of its own, each sending the next request when it has its answer.
struct Load: Sendable {
    /// Sends one request over a connection and checks its answer.
    typealias Step = (Connection) throws -> Void
    /// A request that is the same each time, for any number of clients.
    typealias SameStep = @Sendable (Connection) throws -> Void

    let port: Int

    /// Sends for a while.
    ///
    /// - Parameters:
    ///   - seconds: how long.
    ///   - client: makes the step that a client repeats, with a connection on which it may prepare itself.
    /// - Throws: the first ``Trouble`` of any client.
    func run(
        _ clients: Int, seconds: Double, _ client: @escaping @Sendable (Connection) throws -> Step
    ) throws -> Measurement {
        try start(clients, seconds: seconds, client).result()
    }

    /// Begins to send, and returns while it goes on.
    func start(
        _ clients: Int, seconds: Double, _ client: @escaping @Sendable (Connection) throws -> Step
    ) -> Running {
        let running = Running(clients: clients)
        for _ in 0..<clients {
            Thread.detachNewThread { [port] in
                running.end(Result { try Self.repeated(port, seconds, running, client) })
            }
        }
        return running
    }

    private static func repeated(
        _ port: Int, _ seconds: Double, _ running: Running, _ client: (Connection) throws -> Step
    ) throws -> [Double] {
        let prepared = Result {
            let connection = try Connection(port: port)
            return (connection, try client(connection))
        }
        running.waitForAll()
        let (connection, step) = try prepared.get()
        var times: [Double] = []
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(seconds)
        var now = clock.now
        while now < deadline {
            try step(connection)
            let then = clock.now
            times.append((then - now) / .seconds(1))
            now = then
        }
        return times
    }

    /// A load under way.
    final class Running: Sendable {
        private struct State {
            var preparing: Int
            var sending: Int
            var times: [Double] = []
            var trouble: (any Error)?
            var start = ContinuousClock.now
            var end = ContinuousClock.now
        }

        private let state: Mutex<State>

        fileprivate init(clients: Int) {
            state = Mutex(State(preparing: clients, sending: clients))
        }

        /// All clients begin at the same moment.
        fileprivate func waitForAll() {
            state.withLock {
                $0.preparing -= 1
                $0.start = .now
            }
            while state.withLock({ $0.preparing > 0 }) { Thread.sleep(forTimeInterval: 0.001) }
        }

        fileprivate func end(_ result: Result<[Double], any Error>) {
            state.withLock { state in
                switch result {
                case .success(let times): state.times += times
                case .failure(let error): state.trouble = state.trouble ?? error
                }
                (state.sending, state.end) = (state.sending - 1, .now)
            }
        }

        /// Waits until the last client is done.
        func result() throws -> Measurement {
            while state.withLock({ $0.sending > 0 }) { Thread.sleep(forTimeInterval: 0.005) }
            return try state.withLock { state in
                if let trouble = state.trouble { throw trouble }
                return Measurement(times: state.times, elapsed: (state.end - state.start) / .seconds(1))
            }
        }
    }
}
