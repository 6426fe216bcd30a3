import ArgumentParser
import Curriculum
import Terminal

struct Solution: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show our solution of an exercise.",
        discussion: """
            Before you have passed, it asks once.

              ./workbook solution login.2
            """)

    @Argument(help: "The exercise; without it, the next one.", completion: .exercises)
    var exercise: String?

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        let exercise = try workplace.exercise(named: exercise, progress)
        guard yes || workplace.agreesToSee(exercise, progress) else { return }
        workplace.say(workplace.paint.bold("\(exercise.id) — \(exercise.title)"))
        workplace.say(workplace.paint.dim("\(exercise.source):\(exercise.hole.line)"))
        print()
        for line in exercise.hole.solution { print(workplace.paint.cyan(line)) }
        guard progress.hasPassed(exercise.id), !exercise.note.isEmpty else { return }
        print()
        print(workplace.rendered(exercise.note))
    }
}

extension Workplace {
    /// Asks once before a solution that has not been passed; where nobody can answer, the wish is taken as it is.
    func agreesToSee(_ exercise: Exercise, _ progress: LearnerProgress) -> Bool {
        guard !progress.hasPassed(exercise.id), screen.isTerminal, Terminal.Screen.input.isTerminal else { return true }
        let left = exercise.hints.count - progress.hints(for: exercise.id)
        let hints = left > 0 ? " ./workbook hint \(exercise.id) has \(left) more." : ""
        say("You have not passed \(exercise.id) yet.\(hints)")
        print("Show the solution all the same? [y/N] ", terminator: "")
        flushOutput()
        return readLine()?.lowercased().hasPrefix("y") ?? false
    }
}
