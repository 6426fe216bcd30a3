import Curriculum
import Processes

extension Program {
    /// What has come of a program that was watched.
    struct Watched {
        let ending: Ending
        /// All that it wrote to its two streams.
        let output: String
        /// Whether it had to be stopped.
        let isStuck: Bool
    }

    /// Runs the program to its end, unless nothing moves for too long, or nothing good can come of it any more.
    ///
    /// It is asked to end first, so that it can take along what it has started, and killed if it does not.
    ///
    /// - Parameters:
    ///   - whole: how long it may take in all, however it gets on.
    ///   - sign: what changes as long as the program gets on.
    ///   - isHopeless: asked after each change; if it says yes, the rest is not waited for.
    func run(
        untilSilentFor longest: Duration, atMost whole: Duration? = nil, sign: () -> FileMark, isHopeless: () -> Bool
    ) throws -> Watched {
        let running = try RunningProgram(self)
        var last = sign()
        let start = ContinuousClock.now
        var deadline = start + longest
        var ending = running.waitForEnd(within: .milliseconds(100))
        while ending == nil, ContinuousClock.now < min(deadline, whole.map { start + $0 } ?? deadline) {
            ending = running.waitForEnd(within: .milliseconds(100))
            let now = sign()
            guard now != last else { continue }
            (last, deadline) = (now, .now + longest)
            if isHopeless() { break }
        }
        let end = ending ?? running.stop(grace: .seconds(2))
        let output = String(decoding: running.standardOutput, as: UTF8.self)
        return Watched(
            ending: end, output: output + String(decoding: running.standardError, as: UTF8.self), isStuck: ending == nil
        )
    }
}
