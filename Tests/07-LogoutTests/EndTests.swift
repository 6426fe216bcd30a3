import TestSupport
import Testing

@Suite struct EndTests {
    @Test("A logout ends the session of its token", .exercise("logout.1"))
    func endsTheSession() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let token = try await api.token(of: account)
            try await api.myInfo(token).expectGood("the token is good", because: "Its session has begun.")
            try await api.logOut(token).expectLoggedOut(
                "the logout is answered", because: "The client shows that it worked.")
            try await api.myInfo(token).expectRevoked(
                "then the token is refused",
                because: "The client's copy may be gone; another one, in a log or a thief's hands, is not.")
            try await api.logOut(token).expectRevoked(
                "and a second logout as well", because: "There is nothing left that could end.")
            let again = try await api.token(of: account)
            try await api.myInfo(again).expectGood(
                "a new login begins a new session", because: "The account has not ended.")
        }
    }

    @Test("Other sessions go on, of the same user and of others", .exercise("logout.1"))
    func leavesOtherSessionsAlone() async throws {
        try await judge(server: product) { api in
            let (ana, bob) = (try await api.newAccount(), try await api.newAccount("bob"))
            let telephone = try await api.token(of: ana)
            let others = [try await api.token(of: ana), try await api.token(of: bob)]
            try await api.logOut(telephone).expectLoggedOut("Ana logs out on her telephone", because: "She is done.")
            try await api.myInfo(others[0]).expectGood(
                "her session on the desk goes on", because: "She logged out here, not everywhere.")
            try await api.myInfo(others[1]).expectGood("and Bob's as well", because: "It is none of her business.")
        }
    }

    @Test("A restart forgets no logout, even if the server is killed right behind the answer", .exercise("logout.1"))
    func survivesARestart() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            var api = try start(database.settings)
            let account = try await api.newAccount()
            let living = try await api.token(of: account)
            let ended = try await api.endedToken(of: account)
            api.kill()
            api = try start(database.settings)
            try await api.myInfo(ended).expectRevoked(
                "the server is killed the moment it has answered, and the session stays ended",
                because: "A list in memory, or a write that comes later, is undone by a restart.")
            try await api.myInfo(living).expectGood(
                "and a session that nobody has ended lives on", because: "A restart is no logout either.")
        }
    }

    @Test("Once the answer is there, nothing gets through", .exercise("logout.1"))
    func endsBeforeItAnswers() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            for round in 1...Rounds.count(4, long: 100) {
                let token = try await api.token(of: account)
                async let meanwhile = Self.statuses(of: 4) { try await api.myInfo(token).status }
                try await api.logOut(token).expectLoggedOut("round \(round): logged out", because: "It is asked for.")
                let after = try await Self.statuses(of: 4) { try await api.myInfo(token).status }
                try await api.myInfo(token).require(
                    after.allSatisfy { $0 == 401 }, "four requests behind the answer are refused",
                    expected: "401 for each, not \(after)", because: "An answer is a promise, and it has been given.")
                let during = try await meanwhile
                try await api.myInfo(token).require(
                    during.allSatisfy { [200, 401].contains($0) }, "those beside it get one answer or the other",
                    expected: "200 or 401 for each, not \(during)", because: "They came before or after, not between.")
            }
        }
    }

    private static func statuses(
        of count: Int, _ ask: @escaping @Sendable () async throws -> Int
    ) async throws -> [Int] {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<count { group.addTask { try await ask() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
