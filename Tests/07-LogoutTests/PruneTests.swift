import TestSupport
import Testing

@Suite struct PruneTests {
    @Test("What is over is removed, bit by bit, and what lives is kept", .exercise("logout.3"))
    func removesWhatIsOver() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            var api = try start(database.settings)
            let account = try await api.newAccount()
            var over: [String] = []
            var last = ""
            for _ in 1...14 {
                last = try await api.token(of: account)
                over.append(try session(of: last))
            }
            let good = try await api.myInfo(last)
            let before = try Self.stop(api, good, database, over)

            api = try start(database.settings, ahead: 900)
            let expired = try await api.myInfo(last)
            try expired.expect(
                "a quarter of an hour later fourteen sessions are over", status: 401, error: "token_expired",
                because: "Nobody ended them.")
            var living = [try await api.token(of: account)]
            let between = try Self.stop(api, expired, database, over)
            try expired.require(
                between == max(0, before - 10), "a login removes ten of them, and no more",
                expected: "\(max(0, before - 10)) of \(before) left, not \(between)",
                because: "Who logs in after a busy night must not wait until all of it is swept up.")

            api = try start(database.settings, ahead: 900)
            for _ in 1...2 { living.append(try await api.token(of: account)) }
            for token in living {
                try await api.myInfo(token).expectGood("a session that lives is kept", because: "It is not over.")
            }
            let after = try Self.stop(api, expired, database, over)
            try expired.require(
                after == 0, "the next logins remove the rest", expected: "none left, not \(after)",
                because: "Every login adds a row. If none is ever removed, the table grows until the disk is full.")
            try expired.require(
                database.count(living.map(session)) == living.count, "and the file holds the sessions that live",
                expected: "\(living.count) sessions", because: "They are what it is for.")
        }
    }

    /// Stops the server, which leaves everything in one file, and counts which of these sessions it holds.
    private static func stop(
        _ api: ServerLesson, _ answer: Response, _ database: DatabaseFile, _ sessions: [String]
    ) throws -> Int {
        let status = api.stop()
        try answer.require(
            status == 0, "the server stops", expected: "exit status 0", because: "Its file is looked at from outside.")
        return try database.count(sessions)
    }
}
