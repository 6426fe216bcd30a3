import ArgumentParser
import Curriculum
import Terminal

struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run every test there is, lesson by lesson.",
        discussion: """
            Our solution must pass, and so must yours where there is one. An open exercise is no failure. Exit status 1: \
            a test has failed.

              ./workbook test
            """)

    func run() throws {
        let workplace = try Workplace()
        let builder = Builder(workplace)
        if case .failed(let words) = try builder.buildTests(of: workplace.course.lessons) {
            throw Fault("\(words)\n\nThe tests do not build. That is our fault, not yours.")
        }
        var total = Tally()
        for lesson in workplace.course.lessons { total += try test(lesson, builder, workplace) }
        let others = ["CurriculumTests", "ClassroomTests", "WorkbookTests"]
        for target in workplace.course.interludes.map(\.testTarget) + others { total += try test(target, workplace) }
        if total.toDo > 0 { workplace.say("\(total.toDo) to do: their exercises are open.") }
        print("\(total.passed) passed, \(total.failed) failed")
        if total.failed > 0 { throw ExitCode.notYet }
    }

    private func test(_ lesson: Lesson, _ builder: Builder, _ workplace: Workplace) throws -> Tally {
        if case .failed(let words) = try builder.build(lesson) {
            print(words)
            workplace.say("\(lesson.product): does not build")
            var tally = Tally()
            tally.failed = 1
            return tally
        }
        let run = try TestBundle(workplace).run(lesson.place.testTarget, subject: nil)
        let tally = Tally(run)
        for record in run.records where record.verdict == .wrong || record.verdict == .didNotStart {
            print(
                "\n\(record.title) (\(record.subject), \(record.exercise ?? lesson.product)): \(record.verdict.rawValue)"
            )
            print(record.report)
        }
        if tally.failed > 0, run.records.allSatisfy({ $0.verdict == .right || $0.verdict == .toDo }) {
            print(run.output)
        }
        show(tally, of: lesson.product, workplace)
        return tally
    }

    private func test(_ target: String, _ workplace: Workplace) throws -> Tally {
        let run = try TestBundle(workplace).run(target, subject: nil)
        let tally = Tally(output: run)
        if tally.failed > 0 { print(run.output) }
        show(tally, of: target, workplace)
        return tally
    }

    private func show(_ tally: Tally, of name: String, _ workplace: Workplace) {
        let mark = tally.failed == 0 ? workplace.paint.green("✓") : workplace.paint.red("✗")
        let toDo = tally.toDo > 0 ? ", \(tally.toDo) to do" : ""
        workplace.say("\(mark) \(name): \(tally.passed) right, \(tally.failed) wrong\(toDo)")
        flushOutput()
    }
}
