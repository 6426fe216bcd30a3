import TestSupport
import Testing
import Tokens

@Suite struct SignTests {
    @Test("A token is its header, its claims and a signature over both", .exercise("jwt-anatomy.2"))
    func signsToTheLetter() async throws {
        try await judgeAnatomy { jwt in
            // Computed apart from this project, with Python's hmac module.
            let token =
                "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJhbmEiLCJleHAiOjE4MDAwMDAwMDB9."
                + "ADoDn06SsLIxZDf2eYJhAQGlAmES4hz5O2H-duz37g8"
            try jwt.sign(#"{"sub":"ana","exp":1800000000}"#).expect(
                "the token is, to the letter, what any other implementation would make", status: 0,
                [.init("token", .string(token))],
                because: "HMAC has one right answer. If yours differs, no other party can verify your tokens.")
        }
    }

    @Test("Another claim or another secret gives another signature", .exercise("jwt-anatomy.2"))
    func everyByteCounts() async throws {
        try await judgeAnatomy { jwt in
            let rows = [#"{"sub":"ana"}"#, #"{"sub":"anb"}"#, "{}", #"{"note":"é 漢 🙂"}"#].map { claims in
                Expectation.answered(
                    "the claims \(claims) are signed as they are", claims,
                    [.init("token", .string(jwt.forge.token(claims: claims)))])
            }
            try jwt.expect(
                "sign", jwt.secret, option: "--claims", rows, "\(rows.count) different claims are signed as they are",
                because: "The signature covers the encoded text of header and claims, the dot between them included.")
            let other = try Forge(secret: "another secret of more than 32 bytes")
            try jwt.sign(#"{"sub":"ana"}"#, secret: other.secret).expect(
                "another secret signs differently", status: 0,
                [.init("token", .string(other.token(claims: #"{"sub":"ana"}"#)))],
                because: "The secret is all that keeps a stranger from signing.")
        }
    }

    @Test("What was signed can be verified", .exercise("jwt-anatomy.2"))
    func roundTrip() async throws {
        try await judgeAnatomy { jwt in
            let signed = try jwt.sign(#"{"sub":"ana"}"#, "--expires-in", "900")
            guard case .string(let token) = signed.object?["token"] else {
                return try signed.require(
                    false, "sign prints a token", expected: "a JSON object with a token",
                    because: "Nothing works without.")
            }
            try jwt.verify(token).expectAccepted(
                "a token that was just signed for fifteen minutes is valid",
                because: "Signing and verifying are two halves of one thing: both compute the same code.")
        }
    }
}
