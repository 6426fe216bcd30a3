import Curriculum

/// What a test says of itself after it ran: one line of the file that WORKBOOK_RECORD names.
struct Record: Decodable {
    let test: String
    let title: String
    /// Nil for a test of what the lesson gives.
    let exercise: String?
    let subject: String
    let verdict: Verdict
    /// For the learner to read; may be empty.
    let report: String
    /// How long it took.
    let seconds: Double?

    /// Whether it failed after it had waited as long as the tests wait for an answer: most others would too.
    var isForWantOfAnAnswer: Bool { verdict == .wrong && (seconds ?? 0) > 9.5 && subject == "yours" }
}

/// What can be said of an exercise.
enum Verdict: String, Codable {
    case right
    case toDo = "to do"
    case wrong
    case didNotStart = "did not start"
    case doesNotBuild = "does not build"
}
