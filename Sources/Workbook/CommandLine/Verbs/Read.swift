import ArgumentParser
import Curriculum
import Terminal

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a chapter here.",
        discussion: "Hints, answers and after-notes stay folded. An after-note opens when its exercise has passed.")

    @Argument(help: "The lesson; without it, the one where you are.")
    var lesson: String?

    @Flag(help: "Unfold hints, answers and after-notes too.")
    var all = false

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        let lesson = try workplace.lesson(named: lesson, progress)
        let view = MarkdownView(width: workplace.screen.width, paint: workplace.paint) { part, heading in
            all || part == "Why it holds" && progress.hasPassed(heading)
        }
        print(view.render(lesson.chapter.text))
        if !all { workplace.say("To unfold what is folded: ./workbook read \(lesson.product) --all") }
    }
}
