import Curriculum
import Terminal

/// What a check says about one lesson.
struct CheckReport {
    let workplace: Workplace
    let subject: Subject
    /// Where it is to be read.
    var screen = Screen.output

    private var lesson: Lesson { subject.lesson }
    private var paint: Paint { screen.paint }

    func text(doesNotBuild words: String) -> String {
        [
            words, "",
            prose("\(lesson.product) \(paint.red("does not build")). Begin with the first error above."),
            prose("Then: ./workbook check \(lesson.product)"),
        ].joined(separator: "\n")
    }

    /// - Parameter newlyPassed: what was not right before; its after-notes are shown.
    func text(_ findings: [Finding], newlyPassed: Set<String>) -> String {
        let asked = findings.filter { finding in subject.exercises.contains { $0.id == finding.exercise.id } }
        let right = asked.filter(\.isRight).map { "  \(paint.green("✓")) \($0.exercise.id)  \($0.exercise.title)" }
        let passedOver = subject.exercises.filter { exercise in !asked.contains { $0.exercise.id == exercise.id } }
        let left = passedOver.map { "  – \($0.id)  \($0.title): cannot be judged from outside" }
        let notes = asked.filter { newlyPassed.contains($0.exercise.id) }.flatMap { note($0.exercise) }
        let open = asked.filter { !$0.isRight }
        let rest: [String]
        if let first = open.first(where: { $0.verdict != .toDo }) ?? open.first {
            let isUntouched = findings.allSatisfy { $0.verdict == .toDo }
            rest = isUntouched ? beginning(first) : failure(first, others: open.count - 1)
        } else if passedOver.isEmpty {
            rest = end
        } else {
            rest = asked.isEmpty ? [] : ["", prose(paint.green("What can be judged from outside holds."))]
        }
        let title = paint.bold("\(lesson.number). \(lesson.product): \(lesson.chapter.title)")
        return ([title] + right + left).map(prose).joined(separator: "\n") + "\n"
            + (notes + rest).joined(separator: "\n")
    }

    private func prose(_ text: String) -> String { text.wrapped(to: min(screen.width, 100)) }

    private func note(_ exercise: Exercise) -> [String] {
        if exercise.note.isEmpty { return [] }
        return ["", prose(paint.bold("Why \(exercise.id) holds")), workplace.rendered(exercise.note, for: screen)]
    }

    /// Nothing has been tried: a welcome rather than a list of failures.
    private func beginning(_ finding: Finding) -> [String] {
        [
            prose("Everything works, and all of it is ours so far: each exercise that you solve makes a piece yours."),
            "",
            prose("To do: \(paint.yellow(finding.exercise.id))  \(finding.exercise.title)"),
            prose("Chapter: ./workbook read \(lesson.product)"),
        ] + place(of: finding) + [prose("Then: ./workbook check \(lesson.product)")]
    }

    private func failure(_ finding: Finding, others: Int) -> [String] {
        let (mark, colour) = finding.verdict == .toDo ? ("·", paint.yellow) : ("✗", paint.red)
        let verdict = prose(
            "  \(colour(mark)) \(finding.exercise.id)  \(finding.exercise.title): \(finding.verdict.rawValue)")
        let isTold = !finding.report.isEmpty && finding.verdict != .toDo
        let report = isTold ? ["", finding.report.trimmedAtEnd] : []
        let more = others > 0 ? [prose("\(others) more \(others == 1 ? "is" : "are") not right yet.")] : []
        return [verdict] + report + [""] + more + place(of: finding) + [
            prose("Next: \(paint.bold("./workbook hint \(finding.exercise.id)"))")
        ]
    }

    private func place(of finding: Finding) -> [String] { finding.place.map { ["Open: \($0)"] } ?? [] }

    private var end: [String] {
        if let exercise = subject.exercise { return ["", prose(paint.green("\(exercise.id) holds."))] }
        let course = workplace.course
        let next = course.interludes(after: lesson).first?.name ?? course.place(after: lesson)?.product
        return [
            "", prose(paint.green("All of \(lesson.product) is yours, and it holds. Well done.")),
            prose("Next: ./workbook \(next.map { "read \($0)" } ?? "test")"),
        ]
    }
}
