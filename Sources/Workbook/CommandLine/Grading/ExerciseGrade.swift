import Curriculum

/// What has come of one exercise of one learner.
struct ExerciseGrade {
    let exercise: Exercise
    let verdict: Verdict
    /// How many of its tests hold.
    let right: Int
    /// How many tests it has.
    let tests: Int
    /// The first thing to say about it, on one line; empty if there is none.
    let message: String

    init(_ exercise: Exercise, _ verdict: Verdict, right: Int = 0, message: String = "") {
        (self.exercise, self.verdict, self.right) = (exercise, verdict, right)
        tests = exercise.judgedBy.count
        self.message = message.onOneLine
    }

    /// The same, with more to say.
    func adding(_ words: String) -> Self { Self(exercise, verdict, right: right, message: message + words) }

    /// - Parameter files: what was judged.
    init(_ finding: Finding, in files: Files) {
        let lines = finding.report.split(separator: "\n")
        let claim = lines.first { $0.hasPrefix("✗ ") }?.dropFirst(2)
        let message =
            switch finding.verdict {
            case .right: finding.exercise.callsOurs(in: files) ? "It calls our solution: look at it." : ""
            case .toDo: ""
            case .wrong, .didNotStart, .doesNotBuild: String(claim ?? lines.first ?? "")
            }
        let right = Set(finding.tests.filter { $0.verdict == .right }.map(\.test)).count
        self.init(finding.exercise, finding.verdict, right: right, message: message)
    }
}

extension String {
    /// Without line ends and whatever else moves a terminal's cursor, and not too long.
    var onOneLine: String {
        let isUnfit = { (scalar: Unicode.Scalar) in
            [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        let words = unicodeScalars.split { isUnfit($0) || $0 == " " }.map(String.init).joined(separator: " ")
        return words.count > 300 ? "\(words.prefix(299))…" : words
    }
}
