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
        print("| lesson | passed | of | minutes left | last pass | minutes in all |")
        print("|---|---|---|---|---|---|")
        var left = 0
        let chapters = workplace.course.lessons.map(\.chapter) + workplace.course.interludes.map(\.chapter)
        let all = chapters.compactMap(\.minutes).reduce(0, +)
        for lesson in workplace.course.lessons {
            let open = lesson.exercises.filter { !progress.hasPassed($0.id) }
            let minutes = open.compactMap(\.minutes).reduce(0, +)
            let passed = lesson.exercises.count - open.count
            let last = lesson.exercises.compactMap { progress.exercises[$0.id]?.passed }.max()
            let date = last.map { $0.formatted(.iso8601.year().month().day()) } ?? ""
            let whole = minutesInAll(lesson.chapter)
            print("| \(lesson.product) | \(passed) | \(lesson.exercises.count) | \(minutes) | \(date) | \(whole) |")
            left += minutes
            for interlude in workplace.course.interludes(after: lesson) {
                print("| \(interlude.name) | | | | | \(minutesInAll(interlude.chapter)) |")
            }
        }
        print("\nExercises alone: about \(hours(left)) left.")
        if all > 0 { print("The whole course, with reading and trying: about \(hours(all)).") }
    }

    /// Reading and trying included, as the chapter says.
    private func minutesInAll(_ chapter: Chapter) -> String { chapter.minutes.map { "\($0)" } ?? "" }

    private func hours(_ minutes: Int) -> String { "\(minutes / 60) h \(minutes % 60) min" }
}
