import Foundation
import Processes
package import Testing

/// Judges a test about configuration that must keep a server from starting.
///
/// - Parameter body: gets a function that tries to start the server with this in its environment, and returns how that
///   ended; it throws a ``ClaimFailure`` if the server still runs after three seconds.
package func judge(
    refusedStart product: String, isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: ((_ environment: [String: String?]) throws -> Answer) async throws -> Void
) async throws {
    if Subject.chosen.contains(where: \.isElsewhere) {
        try Test.cancel("This test starts a server of its own, so it cannot judge one that runs elsewhere.")
    }
    try await judge(sourceLocation: sourceLocation) { trial in
        try await body { environment in try attempt(product, environment, trial) }
    }
}

private func attempt(_ product: String, _ environment: [String: String?], _ trial: Trial) throws -> Answer {
    let state = try TemporaryFolder()
    let variables = ServerConfiguration.forTests(state: state.path, with: environment)
    let captured: Captured
    do {
        captured = try Program(LessonProgram(product).path, trial.subject.options, environment: variables)
            .capture(timeout: .seconds(3))
    } catch let failure as StartFailure {
        throw CannotStart("\(failure)")
    }
    let shown = environment.map { "\($0.key)=\(ShellWord.quoted($0.value ?? ""))" }.sorted()
    let command = CommandText(product, [], subject: trial.subject, standardInput: [], after: shown)
    let answer = Answer(captured, command: command, trial: trial)
    answer.noteBorrowing()
    if captured.timedOut {
        throw answer.failure(
            "a server that is set up wrongly does not start", expected: "exit status 78 within three seconds",
            because: "A mistake that shows at the start is mended in a minute; one that shows later was exploited.")
    }
    return answer
}
