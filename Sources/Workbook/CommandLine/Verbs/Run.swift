import ArgumentParser
import Curriculum
import Foundation
import Processes

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a lesson and run it; a server starts again each time you save.",
        usage: "workbook run <lesson> [<its arguments> ...]",
        discussion: """
            What does not build is told, and the program that runs goes on. The exit status is the program's. Options of \
            the lesson: ./workbook run login --help

              ./workbook run jwt-anatomy show TOKEN
              ./workbook run login --solution --port 5006
            """)

    @Argument(
        parsing: .captureForPassthrough,
        help: "The lesson, and what it is to be told: ./workbook run jwt-anatomy show TOKEN")
    var words: [String] = []

    /// How a crash is told, unless you have said it yourself.
    private static let backtrace: [String: String?] =
        ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] == nil ? Backtrace.brief.mapValues(Optional.some) : [:]

    func run() throws {
        guard let name = words.first else { throw ValidationError("Which lesson? ./workbook list names them.") }
        if ["-h", "--help"].contains(name) { throw CleanExit.helpRequest(self) }
        let workplace = try Workplace()
        let lesson = try workplace.lesson(named: name, LearnerProgress())
        let builder = Builder(workplace)
        var file: URL
        switch try builder.buildQuickly(lesson) {
        case .ready(let built): file = built
        case .failed(let words):
            workplace.note(words)
            throw builder.isLearners(words) ? ExitCode.notYet : ExitCode(Fault.status)
        }
        flushOutput()
        let edits = Edits(of: lesson, in: workplace)
        var ending: Ending
        while true {
            let program = Program(
                file.path, Array(words.dropFirst()), environment: Self.backtrace, workingDirectory: workplace.root.path)
            ending = try program.passThrough(until: edits.haveBuilt)
            guard let next = edits.takeBuilt() else { break }
            file = next
        }
        throw ExitCode(ending.status)
    }
}

/// The learner's edits while a lesson runs: each save is built, and what builds is to run in place of what does.
private final class Edits {
    private let lesson: Lesson
    private let workplace: Workplace
    private var seen: String
    private var built: URL?

    init(of lesson: Lesson, in workplace: Workplace) {
        (self.lesson, self.workplace) = (lesson, workplace)
        seen = Self.state(of: lesson, in: workplace)
    }

    /// Builds if something was saved. What does not build is told, and the program that runs is left alone.
    func haveBuilt() -> Bool {
        let state = Self.state(of: lesson, in: workplace)
        guard state != seen else { return false }
        seen = state
        switch Result(catching: { try Builder(workplace).buildQuickly(lesson) }) {
        case .success(.ready(let program)):
            workplace.note("Saved: \(lesson.product) starts again.")
            built = program
        case .success(.failed(let words)):
            workplace.note("\(words)\n\nThat does not build yet: what ran before goes on.")
        case .failure(let error):
            workplace.note("\(error)")
        }
        return built != nil
    }

    /// The new program, if the old one ended because of an edit; asked once for each.
    func takeBuilt() -> URL? {
        defer { built = nil }
        return built
    }

    private static func state(of lesson: Lesson, in workplace: Workplace) -> String {
        SourceState(of: [lesson.place.exerciseFolder], in: workplace.files).description
    }
}
