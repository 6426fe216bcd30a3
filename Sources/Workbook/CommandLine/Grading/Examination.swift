import Curriculum
import Foundation

/// Judges what is handed in, in a copy of the course that holds nothing else of anybody's.
///
/// Only the lesson's own files are compiled there; all that is below them is what SwiftPM has compiled in the course
/// around us. What has been judged once is known.
struct Examination {
    private struct Piece: Hashable {
        let lesson: String
        let texts: [String: String]
    }

    private let workplace: Workplace
    private let copy: Workplace
    private let confinement: Confinement
    private var known: [Piece: [ExerciseGrade]] = [:]
    /// By lesson, why nobody can be judged; nil where our own solution has passed.
    private var doubts: [String: String?] = [:]
    /// How many different ones were judged, our own solutions among them.
    var count: Int { known.count }

    init(_ workplace: Workplace, in confinement: Confinement) throws {
        (self.workplace, self.confinement) = (workplace, confinement)
        copy = Workplace(copy: try Scratch(workplace, in: ".build/grade/course").fill(.borrowed))
    }

    /// Why nobody can be judged: our own solution of the lesson does not pass under the same conditions, not even at the
    /// second attempt. Nil if it passes.
    mutating func doubt(about lesson: Lesson) throws -> String? {
        if let doubt = doubts[lesson.product] { return doubt }
        var doubt = try tryOurs(lesson)
        if doubt != nil { doubt = try tryOurs(lesson) }
        doubts[lesson.product] = .some(doubt)
        return doubt
    }

    /// Judges what somebody has written for a lesson. To be asked where there is no doubt.
    mutating func judge(_ lesson: Lesson, _ texts: [String: String]) throws -> [ExerciseGrade] {
        let piece = Piece(lesson: lesson.product, texts: texts)
        if let grades = known[piece] { return grades }
        let grades: [ExerciseGrade]
        do {
            grades = try judgeAnew(lesson, texts)
        } catch let fault as Fault {
            // Tests that leave no record, or half of one, have been put out by the program that they judged.
            grades = lesson.exercises.map {
                ExerciseGrade($0, .didNotStart, message: "The tests came to no verdict: \(fault)")
            }
        }
        known[piece] = grades
        return grades
    }

    private mutating func tryOurs(_ lesson: Lesson) throws -> String? {
        var solution: [String: String] = [:]
        for source in lesson.sources {
            solution["\(lesson.place.exerciseFolder)/\(source.name)"] =
                source.exerciseText(for: lesson.place) { _ in .solution }
        }
        do {
            let grades = try judgeAnew(lesson, solution)
            if let failed = grades.first(where: { $0.verdict != .right }) {
                return "Our own solution of \(failed.exercise.id) is \(failed.verdict.rawValue) here: \(failed.message)"
            }
            known[Piece(lesson: lesson.product, texts: solution)] = grades
            return nil
        } catch let fault as Fault {
            return "Our own solution of \(lesson.product) cannot be judged here: \(fault)"
        }
    }

    private func judgeAnew(_ lesson: Lesson, _ texts: [String: String]) throws -> [ExerciseGrade] {
        for (path, text) in texts { try copy.files.write(text, to: path) }
        let builder = QuickBuilder(copy, lesson, plannedIn: workplace.root, within: confinement.limits)
        switch try builder.build() {
        case nil:
            return lesson.exercises.map { ExerciseGrade($0, .doesNotBuild, message: "The compiler does not say why.") }
        case .failed(let words):
            let message = firstError(in: words, of: lesson)
            return lesson.exercises.map { ExerciseGrade($0, .doesNotBuild, message: message) }
        case .ready(let program):
            let run = try TestBundle(workplace).run(lesson, builtAs: program, in: copy, confinedBy: confinement)
            if run.records.isEmpty, !run.isStuck { throw Fault(run.output) }
            return try lesson.exercises.map {
                ExerciseGrade(try Finding($0, in: run, files: copy.files), in: copy.files)
            }
        }
    }

    private func firstError(in words: String, of lesson: Lesson) -> String {
        let lines = words.split(separator: "\n")
        let line = String(lines.first { $0.contains(": error: ") } ?? lines.first ?? "")
        return line.replacing("\(lesson.place.exerciseFolder)/", with: "")
    }
}
