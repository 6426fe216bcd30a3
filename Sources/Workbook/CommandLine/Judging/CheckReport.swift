import Curriculum
import Terminal

/// What a check says about one lesson.
struct CheckReport {
    let workplace: Workplace
    let subject: Subject

    private var lesson: Lesson { subject.lesson }
    private var paint: Paint { workplace.paint }

    func show(doesNotBuild words: String) {
        print(words)
        print()
        workplace.say("\(lesson.product) \(paint.red("does not build")). Begin with the first error above.")
        workplace.say("Then: ./workbook check \(lesson.product)")
    }

    /// - Parameter newlyPassed: what was not right before; its after-notes are shown.
    func show(_ findings: [Finding], newlyPassed: Set<String>) {
        let asked = findings.filter { finding in subject.exercises.contains { $0.id == finding.exercise.id } }
        workplace.say(paint.bold("\(lesson.number). \(lesson.product): \(lesson.chapter.title)"))
        for finding in asked where finding.isRight {
            workplace.say("  \(paint.green("✓")) \(finding.exercise.id)  \(finding.exercise.title)")
        }
        let passedOver = subject.exercises.filter { exercise in !asked.contains { $0.exercise.id == exercise.id } }
        for exercise in passedOver {
            workplace.say("  – \(exercise.id)  \(exercise.title): cannot be judged from outside")
        }
        for finding in asked where newlyPassed.contains(finding.exercise.id) { showNote(finding.exercise) }
        let open = asked.filter { !$0.isRight }
        if let first = open.first(where: { $0.verdict != .toDo }) ?? open.first {
            let isUntouched = findings.allSatisfy { $0.verdict == .toDo }
            isUntouched ? showBeginning(first) : show(first, others: open.count - 1)
        } else if passedOver.isEmpty {
            showEnd()
        } else if !asked.isEmpty {
            print()
            workplace.say(paint.green("What can be judged from outside holds."))
        }
    }

    private func showNote(_ exercise: Exercise) {
        guard !exercise.note.isEmpty else { return }
        print()
        workplace.say(paint.bold("Why \(exercise.id) holds"))
        print(workplace.rendered(exercise.note))
    }

    /// Nothing has been tried: a welcome rather than a list of failures.
    private func showBeginning(_ finding: Finding) {
        workplace.say(
            "Everything works, and all of it is ours so far: each exercise that you solve makes a piece yours.")
        print()
        workplace.say("To do: \(paint.yellow(finding.exercise.id))  \(finding.exercise.title)")
        workplace.say("Chapter: ./workbook read \(lesson.product)")
        if let place = finding.place { print("Open: \(place)") }
        workplace.say("Then: ./workbook check \(lesson.product)")
    }

    private func show(_ finding: Finding, others: Int) {
        let colour = finding.verdict == .toDo ? paint.yellow : paint.red
        workplace.say(
            "  \(colour(mark(finding))) \(finding.exercise.id)  \(finding.exercise.title): \(finding.verdict.rawValue)")
        if !finding.report.isEmpty, finding.verdict != .toDo {
            print()
            print(finding.report.trimmedAtEnd)
        }
        print()
        if others > 0 { workplace.say("\(others) more \(others == 1 ? "is" : "are") not right yet.") }
        if let place = finding.place { print("Open: \(place)") }
        workplace.say("Next: \(paint.bold("./workbook hint \(finding.exercise.id)"))")
    }

    private func mark(_ finding: Finding) -> String { finding.verdict == .toDo ? "·" : "✗" }

    private func showEnd() {
        print()
        if let exercise = subject.exercise { return workplace.say(paint.green("\(exercise.id) holds.")) }
        let course = workplace.course
        let following = course.lessons.drop { $0.product != lesson.product }.dropFirst().first?.product
        let next = course.interludes(after: lesson).first?.name ?? following
        workplace.say(paint.green("All of \(lesson.product) is yours, and it holds. Well done."))
        workplace.say("Next: ./workbook \(next.map { "read \($0)" } ?? "test")")
    }
}
