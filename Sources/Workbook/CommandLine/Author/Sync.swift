import ArgumentParser
import Curriculum

struct Sync: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Derive the exercise files from the marks in Sources/Core.",
        discussion: "A file that a learner has changed is left alone, and the exit status is then 1.")

    func run() throws {
        let workplace = try Workplace()
        let outcomes = try workplace.course.synchronise()
        if outcomes.isEmpty {
            throw Fault("No file in Sources/Core has an exercise's mark: there is nothing to derive.")
        }
        for (path, outcome) in outcomes {
            switch outcome {
            case .unchanged: break
            case .written: workplace.say("\(path) written.")
            case .kept:
                workplace.say(
                    "\(path) holds a learner's work and was left alone. To give it up: ./workbook reset, then sync again."
                )
            }
        }
        if outcomes.contains(where: { $0.outcome == .kept }) { throw ExitCode.notYet }
        workplace.say("\(outcomes.count) exercise \(outcomes.count == 1 ? "file" : "files") as derived.")
    }
}
