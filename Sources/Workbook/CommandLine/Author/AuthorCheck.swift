import ArgumentParser
import Curriculum
import Terminal

struct AuthorCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Hold every lesson and interlude to what it promises.")

    @Argument(help: "The lesson or interlude; without it, all of them.")
    var lesson: String?

    @Option(help: "Ask one question alone, such as commands, while you work on it.")
    var only: String?

    @Flag(
        help:
            "Ask nothing, and write Tests/Golden anew: what learners read of each verdict.")
    var renew = false

    func run() throws {
        let workplace = try Workplace()
        let audits = try audits(workplace)
        print(AuditTable(audits: audits).text)
        let unread = lesson == nil ? workplace.course.problems.map(\.description) : []
        let complaints = unread + audits.flatMap(\.complaints)
        for complaint in complaints { print("\n\(workplace.paint.red("✗")) \(complaint)") }
        if !complaints.isEmpty {
            print("\n\(complaints.count) \(complaints.count == 1 ? "thing" : "things") to put right.")
            throw ExitCode.notYet
        }
    }

    /// Of what was asked for; without a name, of all in their order.
    private func audits(_ workplace: Workplace) throws -> [Audit] {
        let course = workplace.course
        if course.lessons.isEmpty {
            throw Fault("There is no lesson: no chapters/NN-name.md with its Sources/Lessons/NN-Name.")
        }
        guard let name = lesson else {
            return try course.lessons.flatMap { lesson in
                try [audit(lesson, workplace)] + course.interludes(after: lesson).map { try audit($0, workplace) }
            }
        }
        if let interlude = course.interlude(named: name) { return [try audit(interlude, workplace)] }
        return [try audit(workplace.lesson(named: name, LearnerProgress()), workplace)]
    }

    private func audit(_ lesson: Lesson, _ workplace: Workplace) throws -> Audit {
        try prepare(lesson, workplace)
        let reports = ReportQuestion(workplace: workplace, lesson: lesson, isRenewing: renew)
        if renew { return try ask([reports], of: Audit(of: lesson), workplace) }
        return try ask(
            [
                DerivationQuestion(workplace: workplace, lesson: lesson), ChapterQuestion(),
                QuoteQuestion(workplace: workplace),
                SolutionQuestion(workplace: workplace, testTarget: lesson.place.testTarget),
                FlawQuestion(workplace: workplace, lesson: lesson), HoleQuestion(workplace: workplace, lesson: lesson),
                reports,
                CommandQuestion(workplace: workplace),
            ], of: Audit(of: lesson), workplace)
    }

    private func audit(_ interlude: Interlude, _ workplace: Workplace) throws -> Audit {
        if renew { return Audit(of: interlude) }
        if let lesson = workplace.course.lesson(usedBy: interlude) { try prepare(lesson, workplace) }
        return try ask(
            [
                ChapterQuestion(), QuoteQuestion(workplace: workplace),
                SolutionQuestion(workplace: workplace, testTarget: interlude.testTarget),
                CommandQuestion(workplace: workplace),
            ], of: Audit(of: interlude), workplace)
    }

    private func ask(_ questions: [any Question], of audit: Audit, _ workplace: Workplace) throws -> Audit {
        var audit = audit
        let asked = questions.filter { only == nil || $0.name == only }
        // Of an interlude less is asked than of a lesson.
        if asked.isEmpty, lesson != nil || !audit.exercises.isEmpty {
            throw ValidationError("--only takes one of: \(questions.map(\.name).joined(separator: ", ")).")
        }
        for question in asked {
            if Screen.error.isTerminal { workplace.note("\(audit.name): \(question.name) …") }
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
