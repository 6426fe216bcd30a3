import Foundation
import Synchronization

/// Runs our solution in place of a piece that the learner has not written yet, and leaves a trace of it.
///
/// - Parameters:
///   - exercise: the exercise whose hole is open, such as `login.2`.
///   - ours: the call of the solution.
/// - Returns: what the solution returns.
/// - Throws: what the solution throws.
package func borrow<Result>(_ exercise: String, _ ours: () throws -> Result) rethrows -> Result {
    Borrowing.trace(exercise)
    return try ours()
}

/// Runs our solution in place of a piece that has to wait for something.
package func borrow<Result>(
    _ exercise: String, isolation: isolated (any Actor)? = #isolation, _ ours: () async throws -> Result
) async rethrows -> Result {
    Borrowing.trace(exercise)
    return try await ours()
}

/// What was borrowed while this program ran: noted by a recorder where there is one, else told on standard error, each
/// exercise once.
package enum Borrowing {
    /// What a line of the trace begins with; the exercise follows.
    package static let mark = "Workbook-Borrowed: "

    /// Who notes what is borrowed by this task and those that it starts: a server has one for each request.
    @TaskLocal package static var recorder: BorrowingRecorder?

    private static let told = Mutex<Set<String>>([])

    static func trace(_ exercise: String) {
        if let recorder {
            recorder.note(exercise)
        } else if told.withLock({ $0.insert(exercise).inserted }) {
            FileHandle.standardError.write(Data("\(mark)\(exercise)\n".utf8))
        }
    }
}

/// Notes which exercises were borrowed, each once, in the order in which they were met.
package final class BorrowingRecorder: Sendable {
    private let noted = Mutex<[String]>([])

    package init() {}

    package var exercises: [String] { noted.withLock(\.self) }

    func note(_ exercise: String) {
        noted.withLock { if !$0.contains(exercise) { $0.append(exercise) } }
    }
}
