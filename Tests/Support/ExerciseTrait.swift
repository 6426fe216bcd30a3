package import Testing

/// Names the exercise that a test judges, such as `login.2`.
package struct ExerciseTrait: TestTrait {
    package let exercise: String
}

extension Trait where Self == ExerciseTrait {
    /// The exercise that this test judges.
    package static func exercise(_ id: String) -> Self { Self(exercise: id) }
}

extension Test {
    /// The exercise that the test names; nil for a test of what the lesson gives.
    var exercise: String? {
        traits.lazy.compactMap { ($0 as? ExerciseTrait)?.exercise }.first
    }
}
