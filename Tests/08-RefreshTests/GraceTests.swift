import TestSupport
import Testing

@Suite struct GraceTests {
    @Test("Where a grace is configured, a lost answer can be asked for again", .exercise("refresh.2"))
    func repeatsTheSameChild() async throws {
        try await judge(ownServer: product) { start in
            let api = try start.sharedOnDisk(forgiving)
            let first = try await api.enter(api.newAccount())
            let second = try await api.renewed(first)
            for _ in 1...2 {
                let again = try await api.renewed(first, "the spent token is taken once more within ten seconds")
                try again.answer.require(
                    again.refresh == second.refresh, "and brings the very same refresh token",
                    expected: "the refresh_token that it has brought before",
                    because: "A new one each time would be a second child. The token is not stored: it is minted from "
                        + "the ids and the time that your statement has left in the row, and comes out the same.")
            }
            let third = try await api.renewed(second, "the child itself is good")
            try await api.expectLiving(third, "and the session lives", because: "Nobody has done anything wrong.")
            try await api.refresh(first.refresh).expectRevoked(
                "but once the child is spent, its parent is an old token like any other",
                because: "The grace is for an answer that was lost. This one has arrived.")
        }
    }

    @Test("The grace comes to an end", .exercise("refresh.3"))
    func endsTheGrace() async throws {
        try await judge(ownServer: product) { start in
            let api = try start.sharedOnDisk(forgiving)
            let first = try await api.enter(api.newAccount())
            let second = try await api.renewed(first)
            let later = try start.sharedOnDisk(forgiving, ahead: 500)
            try await later.refresh(first.refresh).expectRevoked(
                "eight minutes later the spent token is refused", because: "REFRESH_GRACE is 10 seconds.")
            try await later.expectEnded(
                second, "and the session is over", because: "Whoever comes so late did not lose an answer.")
        }
    }
}
