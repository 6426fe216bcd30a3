import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that goes on while we read what it has written so far: a lesson's server.
///
/// Its streams are files without a name, so that it never waits for a reader. It leads a process group of its own,
/// which is killed by `stop()`, at the latest when nobody holds this object or when this process ends.
package final class RunningProgram: Sendable {
    private let group: ChildGroup
    private let input: Mutex<Descriptor?>
    private let output: Descriptor
    private let errors: Descriptor
    private let ending = Mutex<Ending?>(nil)

    /// - Parameter isHeard: whether its standard input stays open, for ``endInput(with:)``; else it is empty.
    package init(_ program: Program, hearing isHeard: Bool = false) throws(StartFailure) {
        guard let input = Pipe(), let output = Descriptor.temporaryFile(), let errors = Descriptor.temporaryFile(),
            let childOutput = output.copy(), let childErrors = errors.copy()
        else { throw StartFailure(program, code: errno) }
        let writing = input.writing
        group = try program.startGroup(input: input.reading, output: childOutput, errors: childErrors)
        self.output = output
        self.errors = errors
        var heard: Descriptor? = consume writing
        if !isHeard { heard = nil }
        self.input = Mutex(heard)
    }

    deinit { stop() }

    /// The number of the process, as the system knows it.
    package var processIdentifier: Int32 { group.leader }

    /// Writes a short text to its standard input, which ends with it. If we end without that, the input ends too.
    package func endInput(with text: String) {
        guard let descriptor = input.withLock({ $0.take() }) else { return }
        var feed = Feed(Array(text.utf8), into: descriptor)
        feed.write()
    }

    /// All that it has written to its standard output so far.
    package var standardOutput: [UInt8] { output.contents() }

    /// All that it has written to its standard error so far.
    package var standardError: [UInt8] { errors.contents() }

    /// Sends a signal to the program and all of its group, for example `SIGTERM`.
    package func signal(_ number: Int32) {
        ending.withLock { if $0 == nil { group.signal(number) } }
    }

    /// How it ended; nil if it still runs when the time is over.
    package func waitForEnd(within time: Duration) -> Ending? {
        let deadline = ContinuousClock.now + time
        while true {
            let ended = ending.withLock { ending -> Ending? in
                if ending == nil, group.leaderHasEnded { ending = group.end() }
                return ending
            }
            if let ended { return ended }
            guard ContinuousClock.now < deadline else { return nil }
            pauseBriefly()
        }
    }

    /// Ends the program and its group: asks with SIGTERM if there is a grace period, and kills what is left after it.
    @discardableResult
    package func stop(grace: Duration = .zero) -> Ending {
        if grace > .zero {
            signal(SIGTERM)
            if let ended = waitForEnd(within: grace) { return ended }
        }
        return ending.withLock { ending in
            let ended = ending ?? group.end()
            ending = ended
            return ended
        }
    }
}
