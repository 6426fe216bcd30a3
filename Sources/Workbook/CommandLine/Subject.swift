import ArgumentParser
import Curriculum

/// What a verb is asked about.
enum Subject {
    case lesson(Lesson)
    case exercise(Exercise, of: Lesson)

    /// The lesson, whether it was named itself or by one of its exercises.
    var lesson: Lesson {
        switch self {
        case .lesson(let lesson), .exercise(_, let lesson): lesson
        }
    }

    var exercise: Exercise? {
        if case .exercise(let exercise, _) = self { exercise } else { nil }
    }

    /// What it is about: the exercise, or all of the lesson's.
    var exercises: [Exercise] { exercise.map { [$0] } ?? lesson.exercises }
}

extension Workplace {
    /// Finds what a learner names; without a name it is the lesson where they are.
    /// - Throws: `ValidationError` if there is nothing of that name.
    func subject(named name: String?, _ progress: LearnerProgress) throws -> Subject {
        guard let name else { return .lesson(try currentLesson(progress)) }
        if let lesson = course.lesson(named: name) { return .lesson(lesson) }
        if let exercise = course.exercise(named: name), let lesson = course.lesson(of: exercise) {
            return .exercise(exercise, of: lesson)
        }
        throw try unknown(name)
    }

    /// Finds a lesson; without a name it is the one where the learner is.
    func lesson(named name: String?, _ progress: LearnerProgress) throws -> Lesson {
        guard let name else { return try currentLesson(progress) }
        guard let lesson = course.lesson(named: name) else { throw try unknown(name) }
        return lesson
    }

    /// Finds the chapter of a lesson or interlude, and what that is called.
    func chapter(named name: String?, _ progress: LearnerProgress) throws -> (name: String, chapter: Chapter) {
        if let interlude = name.flatMap(course.interlude(named:)) { return (interlude.name, interlude.chapter) }
        let lesson = try lesson(named: name, progress)
        return (lesson.product, lesson.chapter)
    }

    /// Finds an exercise; without a name it is the next one.
    func exercise(named name: String?, _ progress: LearnerProgress) throws -> Exercise {
        if let name {
            guard let exercise = course.exercise(named: name) else {
                guard let lesson = course.lesson(named: name) else { throw try unknown(name) }
                throw ValidationError("\(lesson.product) has several exercises. Name one: \(ids(of: [lesson])).")
            }
            return exercise
        }
        guard let exercise = nextExercise(progress) ?? course.exercises.last else {
            throw Fault("The course has no exercises in chapters/.")
        }
        return exercise
    }

    /// - Throws: ``Problem`` if there is such a lesson and it cannot be read.
    private func unknown(_ name: String) throws -> ValidationError {
        let wanted = String(name.prefix { $0 != "." })
        if !wanted.isEmpty, let problem = course.problems.first(where: { $0.file.hasSuffix("-\(wanted).md") }) {
            throw problem
        }
        if let interlude = course.interlude(named: wanted) {
            return ValidationError(
                "\(interlude.name) has no exercises: it is there to be read. ./workbook read \(interlude.name)")
        }
        let lesson = course.lesson(named: wanted)
        let known = lesson.map { ids(of: [$0]) } ?? course.lessons.map(\.product).joined(separator: ", ")
        return ValidationError("There is no '\(name)' in this workbook. There is: \(known).")
    }

    private func ids(of lessons: [Lesson]) -> String {
        lessons.flatMap(\.exercises).map(\.id).joined(separator: ", ")
    }
}
