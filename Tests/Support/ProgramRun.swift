import Curriculum
import Processes

/// Runs a lesson's program to its end, for what it does besides serving.
///
/// - Returns: its exit status.
/// - Throws: ``CannotStart``.
package func run(_ product: String, _ arguments: [String], environment: [String: String?] = [:]) throws -> Int32 {
    do {
        return try Program(LessonProgram(product).path, arguments, environment: environment)
            .capture(timeout: .seconds(10)).ending.status
    } catch let failure as StartFailure {
        throw CannotStart("\(failure)")
    }
}

/// The ids of all exercises of the course; none if the checkout is not there.
package func courseExercises() -> [String] { Whereabouts.course?.exercises.map(\.id) ?? [] }
