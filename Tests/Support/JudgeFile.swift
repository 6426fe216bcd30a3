import Curriculum
import Foundation
package import Testing
package import Tokens

/// A file of a lesson that is judged as it stands: it is no program that could be asked.
package struct JudgedFile: Evidence, Sendable {
    package let trial: Trial
    /// From the course's root.
    package let path: String
    package let text: String

    package var transcript: String { "cat \(path)" }
    package var got: String { "\(text.split(separator: "\n").count) lines in \(path)" }
    package var object: JSONObject? { nil }

    /// Another file of the course; nil if there is none that can be read.
    package func other(_ path: String) -> String? { Whereabouts.course?.files.optionalText(path) }
}

/// Judges a test about the file of its exercise: ours, the learner's, or the one with a mistake in it, which is called
/// `Flaws/NAME.FILE`.
package func judge(
    fileOf exercise: String, isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (JudgedFile) async throws -> Void
) async throws {
    if Subject.chosen.contains(where: \.isElsewhere) {
        try Test.cancel("This test reads a file, so it cannot judge a server that runs elsewhere.")
    }
    try await judge(sourceLocation: sourceLocation) { trial in
        guard let course = Whereabouts.course, let exercise = course.exercise(named: exercise),
            let lesson = course.lesson(of: exercise)
        else { throw CannotStart("There is no exercise \(exercise) around \(Whereabouts.products.path).") }
        if trial.subject == .yours, exercise.standing(in: course.files).isBorrowed {
            return trial.borrowed(exercise.id)
        }
        let path = path(of: exercise, in: lesson, for: trial.subject, course.files)
        try await body(JudgedFile(trial: trial, path: path, text: course.files.text(path)))
    }
}

private func path(of exercise: Exercise, in lesson: Lesson, for subject: Subject, _ files: Files) -> String {
    switch subject {
    case .yours: return exercise.file
    case .flaw(let name):
        let flawed = "\(lesson.place.folder)/Flaws/\(name).\(exercise.source)"
        return files.exists(flawed) ? flawed : exercise.source
    case .solution, .url: return exercise.source
    }
}
