import ArgumentParser
import Curriculum
import Terminal

struct AuthorCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Hold every lesson to what it promises.")

    @Argument(help: "The lesson; without it, all of them.")
    var lesson: String?

    func run() throws {
        let workplace = try Workplace()
        let asked = try lesson.map { try workplace.lesson(named: $0, LearnerProgress()) }
        let lessons = asked.map { [$0] } ?? workplace.course.lessons
        if lessons.isEmpty {
            throw Fault("There is no lesson: no chapters/NN-name.md with its Sources/Lessons/NN-Name.")
        }
        let audits = try lessons.map { try audit($0, workplace) }
        print(AuditTable(audits: audits).text)
        let orphans = lesson == nil ? workplace.course.orphans.map(\.description) : []
        let complaints = audits.flatMap(\.complaints) + orphans
        for complaint in complaints { print("\n\(workplace.paint.red("✗")) \(complaint)") }
        if !complaints.isEmpty {
            print("\n\(complaints.count) \(complaints.count == 1 ? "thing" : "things") to put right.")
            throw ExitCode.notYet
        }
    }

    private func audit(_ lesson: Lesson, _ workplace: Workplace) throws -> Audit {
        var audit = Audit(of: lesson)
        let questions: [any Question] = [
            DerivationQuestion(workplace: workplace), ChapterQuestion(), QuoteQuestion(workplace: workplace),
            SolutionQuestion(workplace: workplace), FlawQuestion(workplace: workplace),
            HoleQuestion(workplace: workplace), CommandQuestion(workplace: workplace),
        ]
        try prepare(lesson, workplace)
        for question in questions {
            if Screen.error.isTerminal { workplace.note("\(lesson.product): \(question.name) …") }
            do {
                try question.ask(&audit)
            } catch let fault where fault is Fault || fault is Problem {
                audit.complain("\(question.name): \(fault)")
            }
        }
        return audit
    }

    /// Builds what the questions run.
    private func prepare(_ lesson: Lesson, _ workplace: Workplace) throws {
        let builder = Builder(workplace)
        for case .failed(let words) in [
            try builder.build(lesson), try builder.buildTests(of: workplace.course.lessons),
        ] {
            throw Fault("\(words)\n\nWhat does not build cannot be checked.")
        }
    }
}
