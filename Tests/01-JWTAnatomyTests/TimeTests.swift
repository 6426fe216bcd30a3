import TestSupport
import Testing
import Tokens

@Suite struct TimeTests {
    private let noon = 1_800_000_000

    @Test("A token is refused from the second of its exp", .exercise("jwt-anatomy.4"))
    func refusesFromTheSecondOfExpiry() async throws {
        try await judgeAnatomy { jwt in
            let token = jwt.forge.token(claims: #"{"sub":"ana","exp":\#(noon)}"#)
            try jwt.verify(token, "--at", "\(noon - 1)").expectAccepted(
                "a second before its exp a token is good", because: "It was promised until then.")
            for time in [noon, noon + 1_000_000_000] {
                try jwt.verify(token, "--at", "\(time)").expectRefused(
                    "\(time - noon) seconds after its exp it is refused", "token_expired",
                    because:
                        "A leaked token must die by itself. RFC 7519 §4.1.4: on or after exp it must not be accepted.")
            }
        }
    }

    @Test("A token is refused before its nbf", .exercise("jwt-anatomy.4"))
    func refusesBeforeNotBefore() async throws {
        try await judgeAnatomy { jwt in
            let token = jwt.forge.token(claims: #"{"sub":"ana","nbf":\#(noon),"exp":\#(noon + 900)}"#)
            try jwt.verify(token, "--at", "\(noon)").expectAccepted(
                "in the second of its nbf a token is good", because: "RFC 7519 §4.1.5: before it, not in it.")
            try jwt.verify(token, "--at", "\(noon - 1)").expectRefused(
                "a second earlier it is refused", "not_yet_valid", because: "It was not promised for now.")
            try jwt.verify(token, "--at", "\(noon + 900)").expectRefused(
                "and it ends at its exp all the same", "token_expired", because: "Both claims hold at once.")
        }
    }

    @Test("A time is a whole number of seconds and nothing else", .exercise("jwt-anatomy.4"))
    func refusesTimesThatAreNone() async throws {
        try await judgeAnatomy { jwt in
            let values = [
                #""1900000000""#, "1900000000.5", "1e300", "null", "true", "[]", "{}", "99999999999999999999",
            ]
            let rows = values.map { value in
                Refused(
                    "a token with an exp of \(value)", jwt.forge.token(claims: #"{"exp":\#(value)}"#),
                    "claim_of_wrong_type")
            }
            try jwt.expectRefused(
                "verify", jwt.secret + ["--at", "\(noon)"], rows,
                "an exp that is no whole number of seconds is refused",
                because: "A claim that cannot be understood must not count as absent: absent would mean for ever.")
            try jwt.verify(jwt.forge.token(claims: #"{"exp":-1}"#), "--at", "\(noon)").expectRefused(
                "an exp before 1970 has passed", "token_expired", because: "It is a number like any other.")
            try jwt.verify(jwt.forge.token(claims: #"{"exp":9223372036854775807}"#), "--at", "\(noon)").expectAccepted(
                "the largest exp there is does no harm",
                because: "Arithmetic on what a stranger sends can overflow and trap.")
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
