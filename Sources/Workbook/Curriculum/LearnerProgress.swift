package import Foundation

/// What the learner has done so far, in a file that a person can read.
package struct LearnerProgress: Codable, Hashable, Sendable {
    /// By exercise.
    package private(set) var exercises: [String: Entry] = [:]

    package struct Entry: Codable, Hashable, Sendable {
        /// When it passed, in the learner's last check of it; nil while it does not.
        package var passed: Date?
        /// How many hints have been shown.
        package var hints: Int

        package init(passed: Date? = nil, hints: Int = 0) {
            (self.passed, self.hints) = (passed, hints)
        }
    }

    package init() {}

    package func hasPassed(_ exercise: String) -> Bool { exercises[exercise]?.passed != nil }

    package func hints(for exercise: String) -> Int { exercises[exercise]?.hints ?? 0 }

    /// Notes what a check has found; the moment of the first pass is kept.
    package mutating func note(_ exercise: String, isRight: Bool, at moment: Date) {
        guard isRight || hasPassed(exercise) else { return }
        let since = exercises[exercise]?.passed ?? moment
        exercises[exercise, default: Entry()].passed = isRight ? since : nil
    }

    package mutating func noteHints(_ count: Int, for exercise: String) {
        exercises[exercise, default: Entry()].hints = count
    }
}
