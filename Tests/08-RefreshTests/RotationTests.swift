import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct RotationTests {
    @Test("A refresh token is good once", .exercise("refresh.2"))
    func spendsTheToken() async throws {
        try await judge(server: product, onDisk: telling) { api in
            var pair = try await api.enter(api.newAccount())
            var spent: [String] = []
            for number in 1...3 {
                spent.append(pair.refresh)
                pair = try await api.renewed(pair, "refresh number \(number) brings a new pair")
                try pair.answer.require(
                    !spent.contains(pair.refresh), "with a refresh token that was never there before",
                    expected: "another refresh_token",
                    because: "If it stays the same, a copy of it is as good as the original, and nobody ever notices.")
                try await api.expectLiving(
                    pair, "and an access token that is good", because: "It is what was asked for.")
            }
            try await api.refresh(spent[2]).expectRevoked(
                "the one before the last is spent", because: "Good once means once.")
        }
    }

    @Test("Of many who come at once with one token, one succeeds", .exercise("refresh.2"))
    func oneOfManyWins() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            for round in 1...Rounds.count(1, long: 20) {
                let pair = try await api.enter(account)
                let answers = try await api.sendAtOnce(Array(repeating: .refresh(pair.refresh), count: 6))
                let statuses = answers.map(\.status).sorted()
                try answers[0].require(
                    statuses == [200] + Array(repeating: 401, count: 5), "round \(round): one of six succeeds",
                    expected: "200 once and 401 for the rest, not \(statuses)",
                    because: "Who looks first and spends later lets two through, each of whom found the token good.")
                for answer in answers where answer.status == 401 {
                    try answer.expectRevoked("another is told that the token is spent", because: "It is the truth.")
                }
            }
        }
    }

    @Test("Of two at the same moment one succeeds, every time", .exercise("refresh.2"))
    func oneOfTwoWins() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            _ = try await api.renewed(api.enter(account))
            let rounds = Rounds.count(2, long: 500)
            let won = try await onThreads(2) { [base = api.base] _ in
                let (one, other) = (try OpenConnection(to: base), try OpenConnection(to: base))
                return try (0..<rounds / 2).map { _ in
                    let token = try one.ask(.login(account.username)).text("refresh_token")
                    try other.warmUp()
                    for connection in [one, other] { connection.send(.refresh(token)) }
                    let answers = try [one, other].map { try $0.answered(.refresh(token)) }
                    let loser = answers.first { $0.status != 200 } ?? answers[1]
                    try loser.require(
                        answers.count { $0.status == 200 } == 1 && loser.isRevoked,
                        "two refreshes at once with one token: one succeeds",
                        expected: "200 and 401 token_revoked, not \(answers.map(\.status))",
                        because: "Two successes are two living children of one token: two sessions where one user is.")
                    return answers.count { $0.status == 200 }
                }
            }
            try await api.myInfo(api.enter(account).access).require(
                won.flatMap(\.self) == Array(repeating: 1, count: rounds), "\(rounds) times one of two succeeds",
                expected: "one success in each round", because: "Once in a thousand is every day on a busy server.")
        }
    }

    @Test("No refresh gets past a logout", .exercise("refresh.2"))
    func losesAgainstALogout() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            _ = try await api.renewed(api.enter(account))
            let rounds = Rounds.count(2, long: 200)
            _ = try await onThreads(2) { [base = api.base] thread in
                let (one, other) = (try OpenConnection(to: base), try OpenConnection(to: base))
                for round in 0..<rounds / 2 {
                    let login = try one.ask(.login(account.username))
                    try other.warmUp()
                    let (access, refresh) = (login.text("access_token"), login.text("refresh_token"))
                    let requests = [(one, Request.refresh(refresh)), (other, Request.logOut(access))]
                    for (connection, request) in (round + thread).isMultiple(of: 2) ? requests : requests.reversed() {
                        connection.send(request)
                    }
                    let logout = try other.answered(.logOut(access))
                    try logout.require(
                        logout.status == 200, "a logout beside a refresh is answered", expected: "200",
                        because: "The session lives until then.")
                    var dead = try [Request.myInfo(access), .refresh(refresh)].map(other.ask)
                    let refreshed = try one.answered(.refresh(refresh))
                    if refreshed.status == 200 {
                        let child = (refreshed.text("access_token"), refreshed.text("refresh_token"))
                        dead += try [Request.myInfo(child.0), .refresh(child.1), .logOut(child.1)].map(other.ask)
                    }
                    for answer in dead {
                        try answer.require(
                            answer.isRevoked, "after the logout's answer no token of the session is good",
                            expected: "401 token_revoked", because: "Otherwise a refresh at the right moment undoes it."
                        )
                    }
                }
            }
            try await api.expectLiving(
                api.enter(account), "\(rounds) logouts beside a refresh ended what they should",
                because: "And no more than that.")
        }
    }

    @Test("What is stored is of no use to whoever steals the database", .exercise("refresh.2"))
    func storesNoToken() async throws {
        try await judge(ownServer: product) { start in
            let api = try start.sharedOnDisk(telling)
            let first = try await api.enter(api.newAccount())
            let second = try await api.renewed(first)
            let stored = try start.disk().contents()
            func holds(_ text: String) -> Bool { stored.contains { $0.range(of: Data(text.utf8)) != nil } }
            try second.answer.require(
                try holds(text("sid", of: second.refresh)), "the session is in the file", expected: "its sid",
                because: "Otherwise this test looks in the wrong place.")
            for token in [first.refresh, second.refresh, first.access, second.access] {
                let parts = token.split(separator: ".").map(String.init)
                try second.answer.require(
                    !holds(parts[1]) && !holds(parts[2]), "neither the claims of a token nor its signature are",
                    expected: "no part of a token in the database's files",
                    because: "A backup gets lost one day. Without the secret an id is no token.")
            }
        }
    }
}
