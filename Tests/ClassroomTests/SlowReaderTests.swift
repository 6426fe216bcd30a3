import TestSupport
import Testing

/// What every server gives: nobody keeps a connection for ever by not listening.
@Suite struct SlowReaderTests {
    @Test("Answers that nobody takes cost no more than ten seconds")
    func closesOnWhoeverDoesNotRead() async throws {
        try await judge(ownServer: "login") { start in
            let api = try start([:])
            let deaf = try RawConnection(to: api.base)
            // Answers of some size, so that what lies between the two sides is soon full.
            let request = "GET /workbook/bench.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
            let many = Array(String(repeating: request, count: 100).utf8)
            var unsent = many[...]
            let start = ContinuousClock.now
            let deadline = start + .seconds(60)
            // A server that has hung up shows in what cannot be sent: what it had sent before still lies unread.
            while ContinuousClock.now < deadline, let sent = deaf.transmitNow(unsent) {
                unsent = unsent.dropFirst(sent)
                if unsent.isEmpty { unsent = many[...] }
                try await Task.sleep(for: .milliseconds(10))
            }
            let seconds = Int((ContinuousClock.now - start) / .seconds(1))
            try await api.get("/").require(
                ContinuousClock.now < deadline, "a connection whose answers are not taken is closed",
                expected: "closed within a minute, not still open after \(seconds) seconds",
                because: "Such a connection costs the client nothing, and the service a place: slowloris, the other "
                    + "way round.")
        }
    }
}
