import TestSupport
import Testing

@Suite struct ReuseTests {
    @Test("A spent token that comes back ends its session, and no other", .exercise("refresh.3"))
    func endsTheSession() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let desk = try await api.enter(account)
            let first = try await api.enter(account)
            let second = try await api.renewed(first)
            try await api.refresh(first.refresh).expectRevoked("a spent token is refused", because: "It is good once.")
            try await api.expectEnded(
                second, "and the pair that came of it is worthless now",
                because:
                    "Either the thief came first and this pair is the thief's, or the thief came last and there is "
                    + "a thief. The server cannot know which, so both have to log in (RFC 9700 §4.14.2).")
            try await api.myInfo(first.access).expectRevoked(
                "as is the access token from the login", because: "The session is over, with all of its tokens.")
            try await api.expectLiving(
                desk, "another session of the same user goes on", because: "Nothing is known against it.")
            _ = try await api.renewed(desk, "and is renewed as ever")
            try await api.expectLiving(
                api.enter(account), "who knows the password begins a new session", because: "The account is not closed."
            )
        }
    }

    @Test("An old token is as spent as the last one", .exercise("refresh.3"))
    func remembersEveryAncestor() async throws {
        try await judge(ownServer: product) { start in
            // With a grace, the parent of the good token may come once more; those before it may not.
            for (settings, back) in [(telling, 3), (forgiving, 2)] {
                let api = try start.sharedOnDisk(settings)
                var pairs = [try await api.enter(api.newAccount())]
                for _ in 1...3 { pairs.append(try await api.renewed(pairs[pairs.count - 1])) }
                try await api.refresh(pairs[3 - back].refresh).expectRevoked(
                    "the token from \(back) refreshes ago is refused", because: "All three came within a second.")
                try await api.expectEnded(
                    pairs[3], "and the session is over", because: "Time is no excuse: a replay is a replay.")
            }
        }
    }

    @Test("A reuse is in the log, once", .exercise("refresh.3"))
    func tellsOfTheReuse() async throws {
        try await judge(ownServer: product) { start in
            let api = try start.sharedOnDisk(telling)
            let first = try await api.enter(api.newAccount())
            let second = try await api.renewed(first)
            _ = try await api.sendAtOnce(Array(repeating: .refresh(first.refresh), count: 4))
            let (user, session) = (try subject(of: first.access), try text("sid", of: first.access))
            let log = api.log
            let lines = log.split(separator: "\n").filter {
                $0.contains("A spent refresh token came back") && $0.contains("session=\(session)")
            }
            try second.answer.require(
                lines.count == 1 && lines[0].contains("warning") && lines[0].contains("user=\(user)"),
                "four replays at once are one warning, with the user and the session",
                expected: "one line, not \(lines.count), with user=\(user) and session=\(session)",
                because: "It is a sign of a theft: somebody should read it. Say true only when there was a session to "
                    + "end, or a thief fills the log with one old token.")
            try second.answer.require(
                log.contains("Refreshed"), "the log tells of refreshes", expected: "a line with Refreshed",
                because: "A log that tells nothing proves nothing.")
            for token in [first.access, first.refresh, second.access, second.refresh] {
                let secret = token.split(separator: ".").last.map(String.init) ?? token
                try second.answer.require(
                    !log.contains(secret), "and holds no token", expected: "no line with a signature",
                    because: "Logs are read by many.")
            }
        }
    }
}
