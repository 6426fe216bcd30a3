import Foundation
import Processes
import Tokens

/// A lesson that is a command: its verbs are run, and what they print is held to claims.
package struct CommandLineLesson: Sendable {
    private let product: String
    private let trial: Trial
    private let program: LessonProgram
    private let state: TemporaryFolder
    private var configuration: [String: String] = [:]

    /// - Throws: ``CannotStart`` if the program is not there, is stale, or the subject is a URL.
    package init(_ product: String, _ trial: Trial) throws {
        if case .url = trial.subject { throw CannotStart("\(product) is a command, and has no URL to be tested by.") }
        (self.product, self.trial) = (product, trial)
        program = try LessonProgram(product)
        state = try TemporaryFolder()
    }

    /// The same program with a variable in its environment.
    package func with(_ variable: String, _ value: String) -> Self {
        var copy = self
        copy.configuration[variable] = value
        return copy
    }

    /// Runs a verb of the lesson in the version that is judged.
    ///
    /// - Throws: ``CannotStart`` if it does not start; ``ClaimFailure`` if it crashes or does not come to an end.
    package func run(_ verb: String, _ arguments: [String], standardInput: [UInt8] = []) throws -> Answer {
        try run(
            [verb] + trial.subject.options + arguments, shown: [verb] + arguments, standardInput: standardInput,
            subject: trial.subject)
    }

    package func run(_ verb: String, _ arguments: [String], standardInput: String) throws -> Answer {
        try run(verb, arguments, standardInput: Array(standardInput.utf8))
    }

    /// Runs a verb in our version, to prepare or to examine what the judged one works with.
    package func runOurs(_ verb: String, _ arguments: [String], standardInput: String = "") throws -> Answer {
        let all = [verb, "--solution"] + arguments
        return try run(all, shown: all, standardInput: Array(standardInput.utf8), subject: nil)
    }

    /// Runs the program with exactly these arguments.
    package func run(exactly arguments: [String], standardInput: [UInt8] = []) throws -> Answer {
        try run(arguments, shown: arguments, standardInput: standardInput, subject: nil)
    }

    private func run(_ arguments: [String], shown: [String], standardInput: [UInt8], subject: Subject?) throws -> Answer
    {
        let captured: Captured
        do {
            captured = try command(arguments).capture(standardInput: standardInput, timeout: .seconds(10))
        } catch {
            throw CannotStart("\(error)")
        }
        let command = text(shown, subject, standardInput)
        let answer = Answer(captured, command: command, trial: trial)
        answer.noteBorrowing()
        try answer.requireEnd()
        return answer
    }

    private func command(_ arguments: [String]) -> Program {
        let surroundings = configuration.merging(Backtrace.brief) { $1 }
            .merging(["WORKBOOK_STATE": state.path, "NO_COLOR": "1"]) { $1 }
        return Program(program.path, arguments, environment: surroundings)
    }

    private func text(_ shown: [String], _ subject: Subject?, _ standardInput: [UInt8]) -> CommandText {
        let settings = configuration.map { "\($0.key)=\(ShellWord.quoted($0.value))" }.sorted()
        return CommandText(product, shown, subject: subject, standardInput: standardInput, after: settings)
    }

    /// Runs a verb and kills the program the moment that it has answered, as a power cut would; returns the answer.
    package func runAndKill(_ verb: String, _ arguments: [String], standardInput: String) throws -> String {
        let input = state.path + "/input"
        _ = FileManager.default.createFile(atPath: input, contents: Data(standardInput.utf8))
        var program = command([verb] + trial.subject.options + arguments)
        program.arguments = ["-c", "exec \"$@\" <\"$0\"", input, program.executable] + program.arguments
        program.executable = "/bin/sh"
        do {
            let running = try RunningProgram(program)
            let line = try running.waitForLine(startingWith: "", within: .seconds(10))
            running.stop()
            trial.noteBorrowing(in: String(decoding: running.standardError, as: UTF8.self))
            return line
        } catch {
            throw CannotStart("\(error)")
        }
    }
}
