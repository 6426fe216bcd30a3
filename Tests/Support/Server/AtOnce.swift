import Foundation
import Synchronization

/// Calls a body several times at once, each on a thread of its own, and returns what they returned, in order.
///
/// - Throws: the error of the first that failed.
package func atOnce<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) throws -> [Value] {
    let returned = Returned<Value>()
    let group = DispatchGroup()
    for index in 0..<count {
        group.enter()
        Thread.detachNewThread {
            let result = Result { try body(index) }
            returned.results.withLock { $0[index] = result }
            group.leave()
        }
    }
    group.wait()
    return try (0..<count).compactMap { index in try returned.results.withLock { $0[index] }?.get() }
}

/// What the calls have returned so far, by their number.
private final class Returned<Value: Sendable>: Sendable {
    let results = Mutex<[Int: Result<Value, any Error>]>([:])
}

/// The same, while nobody waits: the threads on which tests run are few.
package func onThreads<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) async throws -> [Value] {
    try await onItsOwnThread { Result { try atOnce(count, body) } }.get()
}

/// Runs a body that waits for something on a thread of its own, so that nothing else has to wait for it.
package func onItsOwnThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}
