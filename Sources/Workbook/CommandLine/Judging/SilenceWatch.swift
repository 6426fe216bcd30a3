import Curriculum
import Processes

extension RunningProgram {
    /// What has come of a program that was watched.
    struct Watched {
        let ending: Ending
        /// All that it wrote to its two streams.
        let output: String
        /// Whether it had to be stopped.
        let isStuck: Bool
    }

    /// Waits for the program's end, unless nothing moves for too long, or nothing good can come of it any more.
    ///
    /// It is asked to end first, so that it can take along what it has started, and killed if it does not.
    ///
    /// - Parameters:
    ///   - whole: how long it may take in all, however it gets on.
    ///   - sign: what changes as long as the program gets on.
    ///   - isHopeless: asked after each change; if it says yes, the rest is not waited for.
    func watch(
        untilSilentFor longest: Duration, atMost whole: Duration? = nil, sign: () -> FileMark, isHopeless: () -> Bool
    ) throws -> Watched {
        var last = sign()
        let start = ContinuousClock.now
        var deadline = start + longest
        var ending = waitForEnd(within: .milliseconds(100))
        while ending == nil, ContinuousClock.now < min(deadline, whole.map { start + $0 } ?? deadline) {
            ending = waitForEnd(within: .milliseconds(100))
            let now = sign()
            guard now != last else { continue }
            (last, deadline) = (now, .now + longest)
            if isHopeless() { break }
        }
        let end = ending ?? stop(grace: .seconds(2))
        let output = String(decoding: standardOutput, as: UTF8.self)
        return Watched(
            ending: end, output: output + String(decoding: standardError, as: UTF8.self), isStuck: ending == nil
        )
    }
}
