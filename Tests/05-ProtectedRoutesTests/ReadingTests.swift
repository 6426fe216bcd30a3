import TestSupport
import Testing
import Tokens

@Suite struct ReadingTests {
    @Test("What is not three parts is refused", .exercise("protected-routes.2"))
    func refusesBrokenTokens() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.broken, good: good, because: "A token is header, claims and signature, and nothing else.")
        }
    }

    @Test("A token has one spelling", .exercise("protected-routes.2"))
    func refusesRespellings() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            let rows = good.respelled
            try await api.expectRefusal(
                of: rows, good: good,
                because: "JWTKit takes every one of these. Whoever keeps a list of tokens would miss them (lesson 1).")
            try await api.myInfo(good.text).require(
                rows.count == 7, "all seven ways of spelling were tried", expected: "seven, not \(rows.count)",
                because: "A test that tries nothing finds nothing.")
        }
    }

    @Test("Rightly signed nonsense is refused", .exercise("protected-routes.2"))
    func refusesUnreadableJSON() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.unreadable, good: good,
                because: "Of two members with one name, one library keeps the first and another the last.")
        }
    }
}
