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
        /// Where it stands, unless a server elsewhere was judged.
        let file: String?
        let line: Int?
        let tests: [TestResult]
    }

    struct TestResult: Encodable {
        let test: String
        let title: String
        let verdict: Verdict
        /// What was asked, what came back and why it matters; empty if it holds.
        let report: String
        let seconds: Double?
    }
}

extension CheckResult.ExerciseResult {
    init(_ finding: Finding) {
        self.init(
            exercise: finding.exercise.id, title: finding.exercise.title, verdict: finding.verdict,
            report: finding.report, file: finding.place?.file, line: finding.place?.line,
            tests: finding.tests.map {
                .init(test: $0.test, title: $0.title, verdict: $0.verdict, report: $0.report, seconds: $0.seconds)
            })
    }

    init(doesNotBuild exercise: Exercise, in files: Files) {
        let place = exercise.standing(in: files).place
        self.init(
            exercise: exercise.id, title: exercise.title, verdict: .doesNotBuild, report: "", file: place.file,
            line: place.line, tests: [])
    }
}
