import ArgumentParser
import Curriculum
import Terminal

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List lessons and exercises, with what is done.",
        discussion: """
            A tick is what your last check of an exercise has found; minutes are what it takes about.

              ./workbook list
            """)

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        for lesson in workplace.course.lessons {
            workplace.say(workplace.line(for: lesson, progress))
            for exercise in lesson.exercises {
                let tick = progress.hasPassed(exercise.id) ? workplace.paint.green("✓") : "·"
                let minutes = exercise.minutes.map { " (\($0) min)" } ?? ""
                workplace.say("    \(tick) \(exercise.id)  \(exercise.title)\(workplace.paint.dim(minutes))")
            }
            workplace.sayInterludes(after: lesson)
        }
    }
}
