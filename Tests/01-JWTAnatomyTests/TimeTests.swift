import TestSupport
import Testing
import Tokens

@Suite struct TimeTests {
    private let noon = 1_800_000_000

    @Test("A token is refused from the second of its exp", .exercise("jwt-anatomy.4"))
    func refusesFromTheSecondOfExpiry() async throws {
        try await judgeAnatomy { jwt in
            let token = { (expiry: Int) in jwt.forge.token(claims: #"{"sub":"ana","exp":\#(expiry)}"#) }
            try jwt.expect(
                "verify", jwt.secret + ["--at", "\(noon)"],
                [
                    .accepted(
                        "a token whose exp is a second from now", token(noon + 1),
                        because: "It was promised until then."),
                    .refused("a token whose exp is now", token(noon), "token_expired"),
                    .refused("a token whose exp was long ago", token(noon - 1_000_000_000), "token_expired"),
                ], "a token is good until its exp, and no more from that second on",
                because: "A leaked token must die by itself. RFC 7519 §4.1.4: on or after exp it must not be accepted.")
        }
    }

    @Test("A token is refused before its nbf", .exercise("jwt-anatomy.4"))
    func refusesBeforeNotBefore() async throws {
        try await judgeAnatomy { jwt in
            let token = { (start: Int) in
                jwt.forge.token(claims: #"{"sub":"ana","nbf":\#(start),"exp":\#(start + 900)}"#)
            }
            try jwt.expect(
                "verify", jwt.secret + ["--at", "\(noon)"],
                [
                    .accepted(
                        "a token whose nbf is now", token(noon), because: "RFC 7519 §4.1.5: before it, not in it."),
                    .refused("a token whose nbf is a second from now", token(noon + 1), "not_yet_valid"),
                    .refused(
                        "a token whose nbf is past, and its exp too", token(noon - 900), "token_expired",
                        because: "Both claims hold at once."),
                ], "a token is good from its nbf on", because: "It was not promised for an earlier time.")
        }
    }

    @Test("A time is a whole number of seconds and nothing else", .exercise("jwt-anatomy.4"))
    func refusesTimesThatAreNone() async throws {
        try await judgeAnatomy { jwt in
            let values = [
                #""1900000000""#, "1900000000.5", "1e300", "null", "true", "[]", "{}", "99999999999999999999",
            ]
            let rows = values.map { value in
                Expectation.refused(
                    "a token with an exp of \(value)", jwt.forge.token(claims: #"{"exp":\#(value)}"#),
                    "claim_of_wrong_type")
            }
            let extremes: [Expectation] = [
                .refused(
                    "a token with an exp before 1970", jwt.forge.token(claims: #"{"exp":-1}"#), "token_expired",
                    because: "It is a number like any other, and has passed."),
                .accepted(
                    "a token with the largest exp there is",
                    jwt.forge.token(claims: #"{"exp":9223372036854775807}"#),
                    because: "Arithmetic on what a stranger sends can overflow and trap."),
            ]
            try jwt.expect(
                "verify", jwt.secret + ["--at", "\(noon)"], rows + extremes,
                "an exp that is no whole number of seconds is refused",
                because: "A claim that cannot be understood must not count as absent: absent would mean for ever.")
        }
    }

    @Test("Only what is present is judged, and only when asked", .exercise("jwt-anatomy.4"))
    func judgesWhatIsPresent() async throws {
        try await judgeAnatomy { jwt in
            try jwt.verify(jwt.forge.token(claims: #"{"sub":"ana"}"#)).expectAccepted(
                "a token without exp and nbf passes this layer",
                because: "Whether exp is required is for the application to say; from lesson 5 on, it is.")
            try jwt.verify(RFC7515Example.token, base64URLSecret: RFC7515Example.key).expectRefused(
                "the RFC's example, which ended in 2011, is refused", "token_expired",
                because: "Its signature is still right.")
            try jwt.verify(RFC7515Example.token, base64URLSecret: RFC7515Example.key, "--signature-only")
                .expectAccepted(
                    "with --signature-only its times are left aside", because: "The layers can be looked at one by one."
                )
        }
    }
}
