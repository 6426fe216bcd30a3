import ArgumentParser
import Curriculum
import Terminal

/// The first screen.
struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Say where you are and what to type next.",
        discussion: """
            It is what happens without a verb.

              ./workbook
            """, shouldDisplay: false)

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        workplace.say(workplace.paint.bold("The JWT workbook"))
        workplace.say(
            "Build user authentication in Swift, piece by piece: every piece works from the start, and you put your own "
                + "in its place.")
        workplace.say()
        for lesson in workplace.course.lessons {
            workplace.say(workplace.line(for: lesson, progress))
            workplace.sayInterludes(after: lesson)
        }
        workplace.say()
        workplace.say("Next: \(workplace.paint.bold(command(workplace, progress)))")
        workplace.say("All verbs: ./workbook --help")
        Warming(workplace).goOn()
    }

    /// The one thing to type now.
    private func command(_ workplace: Workplace, _ progress: LearnerProgress) -> String {
        guard let next = workplace.nextExercise(progress) else { return "./workbook test" }
        let isFresh = !workplace.course.exercises.contains { $0.lesson == next.lesson && progress.hasPassed($0.id) }
        return isFresh ? "./workbook read \(next.lesson)" : "./workbook check \(next.lesson)"
    }
}

extension Workplace {
    /// A lesson on one line: number, name, title and how much of it is done.
    func line(for lesson: Lesson, _ progress: LearnerProgress) -> String {
        let done = lesson.exercises.count { progress.hasPassed($0.id) }
        let isDone = done == lesson.exercises.count && done > 0
        let tick = isDone ? paint.green("✓") : " "
        return "\(tick) \(lesson.number). \(paint.bold(lesson.product)): \(lesson.chapter.title), "
            + "\(done) of \(lesson.exercises.count) done"
    }

    /// A line for each interlude between a lesson and the next one.
    func sayInterludes(after lesson: Lesson) {
        for interlude in course.interludes(after: lesson) {
            say("  \(interlude.number). \(paint.bold(interlude.name)): \(interlude.chapter.title), to read and try")
        }
    }
}
