import Curriculum
import Foundation

/// What a check of a lesson has found.
enum Judgement {
    /// In the compiler's words.
    case doesNotBuild(String)
    case findings([Finding])
}

/// Builds a lesson from the learner's files and lets its tests judge it.
struct Judge {
    let workplace: Workplace

    func judge(_ lesson: Lesson) throws -> Judgement {
        let builder = Builder(workplace)
        let program: URL
        switch try builder.buildQuickly(lesson) {
        case .ready(let file): program = file
        case .failed(let words):
            guard builder.isLearners(words) else { throw Fault("\(words)\n\nThis did not fail because of your files.") }
            return .doesNotBuild(words)
        }
        if case .failed(let words) = try builder.buildTests(of: [lesson]) {
            throw Fault("\(words)\n\nThe tests do not build. That is our fault, not yours.")
        }
        let run = try TestBundle(workplace).run(
            lesson.place.testTarget, subject: "yours", environment: ["WORKBOOK_PROGRAM": program.path])
        let records = run.records.filter { $0.subject == "yours" }
        if records.isEmpty { throw Fault("\(run.output)\n\nThe tests of \(lesson.product) left no record.") }
        return .findings(try lesson.exercises.map { try Finding($0, records: records, files: workplace.files) })
    }
}
