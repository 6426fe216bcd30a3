import ArgumentParser
import Curriculum
import Foundation

/// `report`: what has been done, to be handed to somebody else.
struct ReportVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Say in a table what has been done, and how long the rest takes.",
        discussion: """
            The table is Markdown. It says what the last checks found; check --all --json looks again.

              ./workbook report
            """)

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        print("| lesson | passed | of | minutes left | last pass |")
        print("|---|---|---|---|---|")
        var left = 0
        for lesson in workplace.course.lessons {
            let open = lesson.exercises.filter { !progress.hasPassed($0.id) }
            let minutes = open.compactMap(\.minutes).reduce(0, +)
            let passed = lesson.exercises.count - open.count
            let last = lesson.exercises.compactMap { progress.exercises[$0.id]?.passed }.max()
            let date = last.map { $0.formatted(.iso8601.year().month().day()) } ?? ""
            print("| \(lesson.product) | \(passed) | \(lesson.exercises.count) | \(minutes) | \(date) |")
            left += minutes
        }
        print("\nExercises alone: about \(left / 60) h \(left % 60) min left.")
    }
}
