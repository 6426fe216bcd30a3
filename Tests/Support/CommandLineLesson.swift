import Processes
import Tokens

/// A lesson that is a command: its verbs are run, and what they print is held to claims.
package struct CommandLineLesson: Sendable {
    private let product: String
    private let trial: Trial
    private let program: LessonProgram
    private let state: TemporaryFolder

    /// - Throws: ``CannotStart`` if the program is not there, is stale, or the subject is a URL.
    package init(_ product: String, _ trial: Trial) throws {
        if case .url = trial.subject { throw CannotStart("\(product) is a command, and has no URL to be tested by.") }
        (self.product, self.trial) = (product, trial)
        program = try LessonProgram(product)
        state = try TemporaryFolder()
    }

    /// Runs a verb of the lesson in the version that is judged.
    ///
    /// - Throws: ``CannotStart`` if it does not start; ``ClaimFailure`` if it crashes or does not come to an end.
    package func run(_ verb: String, _ arguments: [String], standardInput: [UInt8] = []) throws -> Answer {
        try run([verb] + trial.subject.options + arguments, shown: [verb] + arguments, standardInput: standardInput)
    }

    package func run(_ verb: String, _ arguments: [String], standardInput: String) throws -> Answer {
        try run(verb, arguments, standardInput: Array(standardInput.utf8))
    }

    /// Runs the program with exactly these arguments.
    package func run(exactly arguments: [String]) throws -> Answer {
        try run(arguments, shown: arguments, standardInput: [])
    }

    private func run(_ arguments: [String], shown: [String], standardInput: [UInt8]) throws -> Answer {
        let captured: Captured
        do {
            captured = try Program(
                program.path, arguments, environment: ["WORKBOOK_STATE": state.path, "NO_COLOR": "1"]
            ).capture(standardInput: standardInput, timeout: .seconds(10))
        } catch {
            throw CannotStart("\(error)")
        }
        let command = CommandText(product, shown, subject: trial.subject, standardInput: standardInput)
        let answer = Answer(captured, command: command, trial: trial)
        answer.noteBorrowing()
        try answer.requireEnd()
        return answer
    }
}
