import Foundation
package import Testing

/// Runs the body of a test against each subject in turn, and turns what it finds into a verdict.
///
/// A wrong solution fails the test. The learner's version fails it too, unless the exercise is still open: then the
/// test ends as "to do". A test without an exercise judges what the lesson gives: the learner's version and those with a
/// mistake are left out.
package func judge(
    isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (Trial) async throws -> Void
) async throws {
    guard let test = Test.current else { throw CannotStart("judge(_:) works inside a test only.") }
    let subjects = Subject.chosen.filter { test.exercise != nil || !$0.isAboutExercises }
    guard !subjects.isEmpty else { try Test.cancel("This test is about what the lesson gives, not about an exercise.") }
    for subject in subjects {
        let trial = Trial(subject: subject, exercise: test.exercise)
        let start = ContinuousClock.now
        let (verdict, report) = await outcome(of: trial, body)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        try Record(
            test: test.name.replacing("()", with: ""), title: test.displayName ?? test.name, exercise: test.exercise,
            subject: subject.description, verdict: verdict, report: report, held: trial.held, seconds: seconds
        ).write()
        switch verdict {
        case .right: continue
        case .toDo: try Test.cancel("to do: \(report)")
        case .wrong, .didNotStart:
            Issue.record("\(subject)\n\(report)", sourceLocation: sourceLocation)
            return
        }
    }
}

private func outcome(
    of trial: Trial, isolation: isolated (any Actor)? = #isolation, _ body: (Trial) async throws -> Void
) async -> (Record.Verdict, report: String) {
    let standing = Whereabouts.standing(of: trial)
    if standing.isOpen, Whereabouts.passesOverOpenExercises { return (.toDo, standing.place) }
    do {
        try await body(trial)
        return trial.borrowedItsOwn ? (.toDo, standing.place) : (.right, "")
    } catch let failure as ClaimFailure {
        if trial.borrowedItsOwn || standing.isOpen { return (.toDo, standing.place) }
        return (.wrong, Report.text(failure, held: trial.held, place: standing.place))
    } catch {
        return (.didNotStart, "\(error)")
    }
}
