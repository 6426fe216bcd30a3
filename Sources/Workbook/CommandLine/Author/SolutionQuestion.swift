import Curriculum

/// Does our solution pass, and is each exercise judged by the tests that the chapter names?
struct SolutionQuestion: Question {
    let workplace: Workplace
    let testTarget: String
    let name = "solution"

    func ask(_ audit: inout Audit) throws {
        let run = try TestBundle(workplace).run(testTarget, subject: "solution")
        audit.tests = run.records.count
        if run.records.isEmpty {
            audit.complain("No test of \(testTarget) left a record.\n\(run.output)")
        }
        for record in run.records where record.verdict != .right {
            audit.complain("Our own solution is \(record.verdict.rawValue) at `\(record.test)`:\n\(record.report)")
        }
        if !run.isSuccess, run.records.allSatisfy({ $0.verdict == .right }) {
            audit.complain("\(testTarget) fails for our own solution:\n\(run.output)")
        }
        for exercise in audit.exercises {
            let ran = Set(run.records.filter { $0.exercise == exercise.id }.map(\.test))
            let named = Set(exercise.judgedBy)
            for test in named.subtracting(ran).sorted() {
                audit.complain(
                    at: exercise.chapterLine,
                    "\(exercise.id) is to be judged by `\(test)`, but no such test ran. "
                        + "Write it with the trait .exercise(\"\(exercise.id)\"), or drop its name.")
            }
            for test in ran.subtracting(named).sorted() {
                audit.complain(
                    at: exercise.chapterLine, "`\(test)` judges \(exercise.id) too. Name it under judged by.")
            }
        }
        let known = Set(audit.exercises.map(\.id))
        for record in run.records {
            guard let exercise = record.exercise, !known.contains(exercise) else { continue }
            audit.complain(
                "The test `\(record.test)` names \(exercise), which is no exercise of \(audit.name).")
        }
    }
}
