import ArgumentParser
import Curriculum
import Foundation
import Processes
import Terminal

struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read a chapter here.",
        discussion: """
            Hints, answers and after-notes stay folded. An after-note opens when its exercise has passed.

              ./workbook read
              ./workbook read login --page
            """)

    @Argument(help: "The lesson or interlude; without it, the lesson where you are.", completion: .chapters)
    var lesson: String?

    @Flag(help: "Unfold hints, answers and after-notes too.")
    var all = false

    @Flag(help: "Show it page by page, with the program that PAGER names, or less.")
    var page = false

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        let (name, chapter) = try workplace.chapter(named: lesson, progress)
        defer { Warming(workplace).goOn() }
        let view = MarkdownView(width: workplace.screen.width, paint: workplace.paint) { part, heading in
            all || part == "Why it holds" && progress.hasPassed(heading)
        }
        let text = view.render(chapter.text)
        if page, workplace.screen.isTerminal, try turnPages(text) { return }
        print(text)
        if !all { workplace.say("To unfold what is folded: ./workbook read \(name) --all") }
    }

    /// False if there is no program to do it.
    private func turnPages(_ text: String) throws -> Bool {
        let file = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try text.write(to: file, atomically: true, encoding: .utf8)
        let script = "command -v ${PAGER:-less} >/dev/null || exit 127; exec ${PAGER:-less -R} \"$1\""
        return try Program("sh", ["-c", script, "sh", file.path]).passThrough().status != 127
    }
}
