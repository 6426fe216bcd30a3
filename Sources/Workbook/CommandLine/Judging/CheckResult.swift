import Curriculum

/// What `check --json` prints.
struct CheckResult: Encodable {
    let lessons: [LessonResult]
    /// Whether all that was asked about is right.
    let right: Bool

    struct LessonResult: Encodable {
        let lesson: String
        /// The compiler's words, if it does not build.
        let compiler: String?
        let exercises: [ExerciseResult]
    }

    struct ExerciseResult: Encodable {
        let exercise: String
        let title: String
        let verdict: Verdict
        let report: String
        let file: String
        let line: Int
    }
}

extension CheckResult.ExerciseResult {
    init(_ finding: Finding) {
        self.init(
            exercise: finding.exercise.id, title: finding.exercise.title, verdict: finding.verdict,
            report: finding.report, file: finding.place.file, line: finding.place.line)
    }

    init(doesNotBuild exercise: Exercise, in files: Files) {
        let place = exercise.standing(in: files).place
        self.init(
            exercise: exercise.id, title: exercise.title, verdict: .doesNotBuild, report: "", file: place.file,
            line: place.line)
    }
}
