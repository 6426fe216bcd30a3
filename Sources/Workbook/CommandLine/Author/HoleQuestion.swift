import Curriculum
import Foundation

/// Does each hole stand for itself: open alone, it is all that is to do; filled alone, it is all that is right?
struct HoleQuestion: Question {
    let workplace: Workplace
    let lesson: Lesson
    let name = "holes"

    func ask(_ audit: inout Audit) throws {
        let scratch = try Scratch(workplace).prepare(lesson)
        let ids = lesson.exercises.map(\.id)
        for id in ids {
            try compare(&audit, scratch, open: [id], meaning: "with only \(id) open") { $0 == id }
            let others = ids.filter { $0 != id }
            try compare(&audit, scratch, open: others, meaning: "with only \(id) filled") { $0 != id }
        }
    }

    /// Runs the tests with these holes open, and complains about each test that is not what its exercise says.
    private func compare(
        _ audit: inout Audit, _ scratch: URL, open: [String], meaning: String, isOpen: (String) -> Bool
    ) throws {
        let run = try TestBundle(workplace).run(
            lesson.place.testTarget, subject: "yours", root: scratch,
            environment: [
                "WORKBOOK_PRODUCTS": scratch.appending(path: ".build/debug").path,
                Switches.variable: open.joined(separator: ","),
            ])
        let judged = run.records.filter { $0.exercise != nil }
        if judged.isEmpty { audit.complain("Hole by hole: \(meaning), no test left a record.\n\(run.output)") }
        for record in judged {
            guard let exercise = record.exercise else { continue }
            let expected: Verdict = isOpen(exercise) ? .toDo : .right
            guard record.verdict != expected else { continue }
            audit.complain(
                "Hole by hole: \(meaning), `\(record.test)` of \(exercise) should be \(expected.rawValue) "
                    + "and is \(record.verdict.rawValue).\n\(record.report)")
        }
    }
}
