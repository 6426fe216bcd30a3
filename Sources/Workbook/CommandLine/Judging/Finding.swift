import Curriculum

/// What the tests have found out about one exercise.
struct Finding {
    let exercise: Exercise
    let verdict: Verdict
    /// What to show for it; empty if there is nothing to say.
    let report: String
    /// Where the learner's version stands.
    let place: Place

    var isRight: Bool { verdict == .right }
}

extension Finding {
    /// Right if all of its tests are; else the gravest verdict, with the first report of that kind.
    /// - Throws: ``Fault`` if no test has judged it.
    init(_ exercise: Exercise, records: [Record], files: Files) throws {
        let own = records.filter { $0.exercise == exercise.id }
        guard !own.isEmpty else {
            throw Fault("No test judged \(exercise.id). That is our fault, not yours.")
        }
        let verdict = [Verdict.doesNotBuild, .didNotStart, .wrong, .toDo].first { kind in
            own.contains { $0.verdict == kind }
        }
        self.exercise = exercise
        self.verdict = verdict ?? .right
        report = own.first { $0.verdict == verdict && !$0.report.isEmpty }?.report ?? ""
        place = exercise.standing(in: files).place
    }
}
