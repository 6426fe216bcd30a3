import TestSupport
import Testing

/// What the lesson gives: lifetimes that fit each other.
@Suite struct LifetimeTests {
    @Test("A session that would end before its access token keeps the server from starting")
    func refusesASessionShorterThanItsTokens() async throws {
        try await judge(refusedStart: product) { start in
            for environment in [
                ["REFRESH_TOKEN_LIFETIME": "899"],
                ["ACCESS_TOKEN_LIFETIME": "86400", "REFRESH_TOKEN_LIFETIME": "86399"],
            ] {
                let ended = try start(environment)
                try ended.require(
                    ended.status == 78 && ended.complaint.contains("REFRESH_TOKEN_LIFETIME")
                        && ended.complaint.contains("ACCESS_TOKEN_LIFETIME"),
                    "\(environment) is refused", expected: "exit status 78 and a sentence that names both variables",
                    because: "An access token is good for no longer than its session. Its exp and expires_in would "
                        + "promise what is not kept, and there would be nothing left to refresh.")
            }
        }
    }
}
