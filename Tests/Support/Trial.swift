import Foundation
import Synchronization

/// One run of a test's body against one subject: what held so far, and what was borrowed meanwhile.
package final class Trial: Sendable {
    package let subject: Subject
    /// The exercise that is judged; nil for a test of what the lesson gives.
    let exercise: String?

    private let state = Mutex(State())

    private struct State {
        var held: [String] = []
        var borrowed: Set<String> = []
    }

    init(subject: Subject, exercise: String?) {
        (self.subject, self.exercise) = (subject, exercise)
    }

    /// The claims that held, in order.
    var held: [String] { state.withLock(\.held) }

    /// Whether the exercise under judgement was seen to answer with our solution.
    var borrowedItsOwn: Bool {
        guard let exercise else { return false }
        return state.withLock { $0.borrowed.contains(exercise) }
    }

    /// Notes that a piece answered with our solution.
    func borrowed(_ exercise: String) { state.withLock { _ = $0.borrowed.insert(exercise) } }

    /// What a line of standard error begins with when a piece answered with our solution.
    static let borrowedMark = "Workbook-Borrowed: "

    /// Notes what standard error says of pieces that answered with our solution.
    func noteBorrowing(in errors: String) {
        for line in errors.split(separator: "\n") where line.hasPrefix(Self.borrowedMark) {
            borrowed(String(line.dropFirst(Self.borrowedMark.count)))
        }
    }

    /// Notes that a claim holds.
    func holds(_ claim: String) { state.withLock { $0.held.append(claim) } }
}

/// A claim of a test that did not hold.
package struct ClaimFailure: Error {
    /// What should have held, as a sentence.
    let claim: String
    /// How to ask again, what was sent and what came back, ready to print.
    let transcript: String
    let expected: String
    let got: String
    /// Why it matters, in one or two sentences.
    let why: String

    package init(_ claim: String, transcript: String, expected: String, got: String, because why: String) {
        (self.claim, self.transcript) = (claim, transcript)
        (self.expected, self.got, self.why) = (expected, got, why)
    }
}

/// The subject could not be asked at all.
package struct CannotStart: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
