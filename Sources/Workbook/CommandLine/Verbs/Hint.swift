import ArgumentParser
import Curriculum
import Terminal

struct Hint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a hint, and the next one when asked again.",
        discussion: """
            There are three: a nudge, the idea, a fragment. Nobody counts.

              ./workbook hint
              ./workbook hint login.2 --all
            """)

    @Argument(help: "The exercise; without it, the next one.", completion: .exercises)
    var exercise: String?

    @Flag(help: "Show all hints.")
    var all = false

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        let exercise = try workplace.exercise(named: exercise, progress)
        guard !exercise.hints.isEmpty else {
            throw Fault("The chapter has no hints for \(exercise.id). ./workbook solution \(exercise.id) shows ours.")
        }
        let seen = min(progress.hints(for: exercise.id), exercise.hints.count)
        let shown = all ? exercise.hints.count : min(seen + 1, exercise.hints.count)
        workplace.say(workplace.paint.bold("\(exercise.id) — \(exercise.title)"))
        for number in all ? 1...shown : shown...shown {
            workplace.say()
            workplace.say(workplace.paint.dim("Hint \(number) of \(exercise.hints.count)"))
            print(workplace.rendered(exercise.hints[number - 1]))
        }
        workplace.say()
        let isLast = shown == exercise.hints.count
        workplace.say(
            isLast
                ? "That was the last one. Ours: ./workbook solution \(exercise.id)"
                : "More: ./workbook hint \(exercise.id)")
        guard shown != seen else { return }
        try workplace.changeProgress { $0.noteHints(max(shown, $0.hints(for: exercise.id)), for: exercise.id) }
    }
}

extension Workplace {
    /// A piece of a chapter, for this screen or another one.
    func rendered(_ markdown: String, for other: Screen? = nil) -> String {
        MarkdownView(width: (other ?? screen).width, paint: (other ?? screen).paint) { _, _ in true }.render(markdown)
    }
}
