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
