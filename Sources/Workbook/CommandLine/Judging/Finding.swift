import Curriculum

/// What the tests have found out about one exercise.
struct Finding {
    let exercise: Exercise
    let verdict: Verdict
    /// What to show for it; empty if there is nothing to say.
    let report: String
    /// Where the learner's version stands; nil for a server that runs elsewhere.
    let place: Place?
    /// What each of its tests has found.
    let tests: [Record]

    var isRight: Bool { verdict == .right }
}

extension Finding {
    /// Right if all of its tests are; else the gravest verdict, with the first report of that kind.
    /// - Parameter files: the learner's, if that is who is judged.
    /// - Throws: ``Fault`` if no test has judged it.
    init(_ exercise: Exercise, in run: TestRun, files: Files?) throws {
        // Tests run at once and end in any order: they are told of in the chapter's, the same at every check.
        let order = Dictionary(exercise.judgedBy.enumerated().map { ($1, $0) }) { first, _ in first }
        let own = run.records.filter { $0.exercise == exercise.id }
            .sorted { order[$0.test, default: .max] < order[$1.test, default: .max] }
        let standing = files.map { exercise.standing(in: $0) }
        let isComplete = Set(exercise.judgedBy).isSubset(of: own.map(\.test))
        let hasFailed = own.contains { $0.verdict != .right && $0.verdict != .toDo }
        if run.isStuck, !isComplete, !hasFailed, standing?.isBorrowed != true {
            let isBlamed = !run.records.contains { $0.verdict == .wrong }
            self.init(
                exercise: exercise, verdict: isBlamed ? .wrong : .didNotStart,
                report: isBlamed ? Self.endless : "The tests were stopped before they came to this one.",
                place: standing?.place, tests: own)
            return
        }
        guard !own.isEmpty || run.isStuck else {
            throw Fault("No test judged \(exercise.id). That is our fault, not yours.")
        }
        let verdict =
            own.isEmpty
            ? .toDo
            : [Verdict.doesNotBuild, .didNotStart, .wrong, .toDo].first { kind in
                own.contains { $0.verdict == kind }
            }
        self.init(
            exercise: exercise, verdict: verdict ?? .right,
            report: own.first { $0.verdict == verdict && !$0.report.isEmpty }?.report ?? "", place: standing?.place,
            tests: own)
    }

    private static let endless = """
        ✗ every test comes to its end

          expected  a verdict within seconds
          got       none: the tests were stopped
          why       A loop without an end, or a lock that nobody opens, answers no request ever again.
        """
}
