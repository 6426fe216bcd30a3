import Foundation
import Processes

/// What a test does with the process of a server that the tests have started.
extension ServerLesson {
    /// All that it has written to its log so far; empty for a server that runs elsewhere.
    package var log: String { process.map { String(decoding: $0.standardError, as: UTF8.self) } ?? "" }

    /// All that it has printed so far; empty for a server that runs elsewhere.
    package var banner: String { process.map { String(decoding: $0.standardOutput, as: UTF8.self) } ?? "" }

    /// Whether the process that was started still runs; nobody knows of a server that runs elsewhere.
    package var hasEnded: Bool { process?.waitForEnd(within: .zero) != nil }

    /// Ends it in the middle of whatever it is doing, as `kill -9` does.
    package func kill() { process?.stop() }

    /// Asks it to stop.
    ///
    /// - Returns: its exit status; nil if it still runs when the time is over.
    package func stop(with signal: Int32 = SIGTERM, within time: Duration = .seconds(10)) -> Int32? {
        process?.signal(signal)
        return process?.waitForEnd(within: time)?.status
    }
}
