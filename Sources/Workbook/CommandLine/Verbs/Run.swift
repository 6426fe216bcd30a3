import ArgumentParser
import Curriculum
import Foundation
import Processes

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a lesson and run it.", usage: "workbook run <lesson> [<its arguments> ...]")

    @Argument(
        parsing: .captureForPassthrough,
        help: "The lesson, and what it is to be told: ./workbook run jwt-anatomy show TOKEN")
    var words: [String] = []

    func run() throws {
        guard let name = words.first else { throw ValidationError("Which lesson? ./workbook list names them.") }
        if ["-h", "--help"].contains(name) { throw CleanExit.helpRequest(self) }
        let workplace = try Workplace()
        let lesson = try workplace.lesson(named: name, LearnerProgress())
        let builder = Builder(workplace)
        if case .failed(let words) = try builder.build(lesson) {
            workplace.note(words)
            throw builder.isLearners(words) ? ExitCode.notYet : ExitCode(Fault.status)
        }
        flushOutput()
        let program = Program(
            builder.executable(lesson.product).path, Array(words.dropFirst()), workingDirectory: workplace.root.path)
        throw ExitCode(try program.passThrough().status)
    }
}
