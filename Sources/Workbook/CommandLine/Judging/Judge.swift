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
        let bundle = TestBundle(workplace)
        let loaded = try builder.areTestsBuilt(for: lesson) ? bundle.load(lesson) : nil
        let program: URL
        switch try builder.buildQuickly(lesson) {
        case .ready(let file): program = file
        case .failed(let words):
            guard builder.isLearners(words) else { throw Fault("\(words)\n\nThis did not fail because of your files.") }
            return .doesNotBuild(words)
        }
        if let loaded { return .findings(try findings(lesson, loaded.run(judging: program), workplace.files)) }
        try buildTests(of: lesson)
        return .findings(try findings(lesson, bundle.run(lesson, builtAs: program), workplace.files))
    }

    /// Lets a lesson's tests judge a server that somebody else has started. There is no finding about an exercise that
    /// cannot be judged from outside.
    func judge(_ lesson: Lesson, at url: String) throws -> Judgement {
        try buildTests(of: lesson)
        return .findings(try findings(lesson, TestBundle(workplace).run(lesson.place.testTarget, subject: url), nil))
    }

    private func buildTests(of lesson: Lesson) throws {
        if case .failed(let words) = try Builder(workplace).buildTests(of: [lesson]) {
            throw Fault("\(words)\n\nThe tests do not build. That is our fault, not yours.")
        }
    }

    private func findings(_ lesson: Lesson, _ run: TestRun, _ files: Files?) throws -> [Finding] {
        if run.records.isEmpty, !run.isStuck {
            throw Fault("\(run.output)\n\nThe tests of \(lesson.product) left no record.")
        }
        // From outside some cannot be judged: their tests start servers of their own, or read a file.
        let judged = lesson.exercises.filter { exercise in
            files != nil || run.records.contains { $0.exercise == exercise.id }
        }
        return try judged.map { try Finding($0, in: run, files: files) }
    }
}
