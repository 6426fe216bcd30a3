import ArgumentParser
import Curriculum
import Terminal

struct Quiz: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answer a chapter's questions, and read why.",
        discussion: """
            What was answered wrongly is asked again at the end. Nobody counts, and Ctrl-D ends it.

              ./workbook quiz login
              ./workbook quiz request-chaining
            """)

    @Argument(help: "The lesson or interlude; without it, the lesson where you are.", completion: .chapters)
    var chapter: String?

    func run() throws {
        let workplace = try Workplace()
        let (name, chapter) = try workplace.chapter(named: chapter, workplace.progress())
        var questions = chapter.questions[...]
        guard !questions.isEmpty else { return workplace.say("The chapter of \(name) asks nothing.") }
        var wrong = 0
        var left = questions.count
        while let question = questions.popFirst() {
            show(question, in: workplace)
            guard let letter = answer(to: question, in: workplace) else {
                return workplace.say("\n\(left) left. Again from the start: ./workbook quiz \(name)")
            }
            let isRight = letter == question.answer
            workplace.say(isRight ? workplace.paint.green("✓ Yes.") : workplace.paint.red("✗ No: \(question.answer)."))
            print(workplace.rendered(question.explanation))
            if isRight {
                left -= 1
            } else {
                wrong += 1
                questions.append(question)
            }
        }
        let mistakes =
            wrong == 0 ? "at the first try" : "with \(wrong) \(wrong == 1 ? "mistake" : "mistakes") on the way"
        workplace.say("\nAll \(chapter.questions.count) answered, \(mistakes).")
    }

    private func show(_ question: QuizQuestion, in workplace: Workplace) {
        print()
        workplace.say(workplace.paint.bold(question.title))
        print(workplace.rendered(question.text))
        print()
        for option in question.options { print(workplace.rendered("- \(option.letter)) \(option.text)")) }
    }

    /// Asks until it gets one of the letters; nil when nobody answers any more.
    private func answer(to question: QuizQuestion, in workplace: Workplace) -> Character? {
        let letters = question.options.map { String($0.letter) }.joined(separator: "/")
        while true {
            print("[\(letters)] ", terminator: "")
            flushOutput()
            guard let line = readLine() else { return nil }
            let word = line.lowercased().filter { $0.isLetter }
            if let letter = word.first, word.count == 1, question.options.contains(where: { $0.letter == letter }) {
                return letter
            }
        }
    }
}
