#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Program {
    /// Runs the program to its end and returns what it wrote.
    ///
    /// The program leads a process group of its own. The whole group is killed when the time is over, when it has
    /// written more than `outputLimit` bytes to one of its streams, and when the program ends and leaves others behind.
    package func capture(
        standardInput: [UInt8] = [], timeout: Duration? = nil, outputLimit: Int = 16 << 20
    ) throws(StartFailure) -> Captured {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        guard let input = Pipe(), let output = Pipe(), let errors = Pipe() else {
            throw StartFailure(self, code: errno)
        }
        let group = try startGroup(input: input.reading, output: output.writing, errors: errors.writing)
        var feed = Feed(standardInput, into: input.writing)
        var drains = Drains(output: output.reading, errors: errors.reading, limit: outputLimit)

        var timedOut = false
        while true {
            let hasEnded = group.leaderHasEnded
            drains.read()
            feed.write()
            if hasEnded || drains.overflowed { break }
            if let deadline, ContinuousClock.now >= deadline {
                timedOut = true
                break
            }
            waitForAny(of: feed, drains, until: deadline)
        }
        return Captured(
            ending: group.end(), standardOutput: drains.output.bytes, standardError: drains.errors.bytes,
            timedOut: timedOut, overflowed: drains.overflowed)
    }

    /// Sleeps until a stream is ready, but not long: a program may end without closing its streams, or the reverse.
    private func waitForAny(
        of feed: borrowing Feed, _ drains: borrowing Drains, until deadline: ContinuousClock.Instant?
    ) {
        var longest: Duration = drains.isDone ? .milliseconds(2) : .milliseconds(50)
        if let deadline { longest = min(longest, max(.zero, deadline - .now)) }
        var streams = [
            pollfd(fd: feed.descriptor.number, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: drains.output.descriptor.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: drains.errors.descriptor.number, events: Int16(POLLIN), revents: 0),
        ]
        poll(&streams, nfds_t(streams.count), Int32(longest / .milliseconds(1)) + 1)
    }
}
