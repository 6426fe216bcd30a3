import TestSupport
import Testing
import Tokens

@Suite struct VerifyTests {
    @Test("The example of RFC 7515 A.1 verifies with the RFC's key", .exercise("jwt-anatomy.3"))
    func acceptsTheExampleOfTheRFC() async throws {
        try await judgeAnatomy { jwt in
            try jwt.verify(RFC7515Example.token, base64URLSecret: RFC7515Example.key, "--signature-only")
                .expectAccepted(
                    "the RFC's own token is accepted with the RFC's own key",
                    because: "If this fails, your signature covers something other than the text before the second dot."
                )
        }
    }

    @Test("A token that another secret signed is refused", .exercise("jwt-anatomy.3"))
    func refusesAnotherSecret() async throws {
        try await judgeAnatomy { jwt in
            let stranger = try Forge(secret: "a stranger's secret, long enough as well")
            try jwt.expect(
                "verify", jwt.secret,
                [
                    .accepted(
                        "a token signed with our secret", jwt.forge.token(),
                        because: "Strictness is easy if nothing passes."),
                    .refused("a token signed with another secret", stranger.token(), "wrong_signature"),
                ], "our secret counts, and no other",
                because: "Anyone can write claims and sign them with a secret of their own. Only ours counts.")
        }
    }

    @Test("Claims that were changed after signing are refused", .exercise("jwt-anatomy.3"))
    func refusesChangedClaims() async throws {
        try await judgeAnatomy { jwt in
            let token = jwt.forge.token(claims: #"{"sub":"ana","is_admin":false}"#)
            let forged = jwt.forge.token(claims: #"{"sub":"ana","is_admin":true}"#)
            let signature = token.split(separator: ".")[2]
            let changed = forged.split(separator: ".")[..<2].joined(separator: ".") + "." + signature
            try jwt.expect(
                "verify", jwt.secret,
                [
                    .accepted("the token as it was issued", token, because: "It is untouched."),
                    .refused("the same token with is_admin turned to true", changed, "wrong_signature"),
                ], "what was changed after signing is refused",
                because: "Decoding is not verifying: without this check every user is an admin who wants to be.")
        }
    }

    @Test("The token does not choose the algorithm", .exercise("jwt-anatomy.3"))
    func refusesOtherAlgorithms() async throws {
        try await judgeAnatomy { jwt in
            let names = [
                #""none""#, #""None""#, #""NONE""#, #""nOnE""#, #""""#, "null", #""HS512""#, #""hs256""#, #""RS256""#,
                "256",
                #"["HS256"]"#,
            ]
            let rows = (names.map { #"{"alg":\#($0),"typ":"JWT"}"# } + [#"{"typ":"JWT"}"#]).flatMap { header in
                let token = jwt.forge.token(header: header)
                let unsigned = token.split(separator: ".")[..<2].joined(separator: ".") + "."
                return [
                    Expectation.refused(
                        "a token with the header \(header) and no signature", unsigned, "wrong_algorithm"),
                    .refused("a token with the header \(header), rightly signed", token, "wrong_algorithm"),
                ]
            }
            let ours = Expectation.accepted("a token with alg HS256", jwt.forge.token(), because: "It is our key's.")
            try jwt.expect(
                "verify", jwt.secret, [ours] + rows,
                "an alg other than HS256 is refused, signed or not (\(rows.count) tokens)",
                because: "The header is written by whoever sends the token. If it may say alg none, "
                    + "nobody needs a secret any more (RFC 8725 §3.1). The key decides.")
        }
    }

    @Test("A part of a signature is no signature", .exercise("jwt-anatomy.3"))
    func refusesShortenedSignatures() async throws {
        try await judgeAnatomy { jwt in
            let token = jwt.forge.token()
            let parts = token.split(separator: ".").map(String.init)
            let code = try Base64URL.decodeForgivingly(parts[2])
            let wrong = (0..<code.count).map { Array(code.prefix($0)) } + [code + [0], code + code, code.reversed()]
            let rows = wrong.map { bytes in
                let token = "\(parts[0]).\(parts[1])." + Base64URL.encode(bytes)
                return Expectation.refused("a token with a signature of \(bytes.count) bytes", token, "wrong_signature")
            }
            try jwt.expect(
                "verify", jwt.secret, rows, "a signature cut short, lengthened or reversed is refused",
                because: "A comparison that stops at the end of the shorter one accepts an empty signature.")
        }
    }

    @Test("Thousands of tokens with one bit changed, and none is accepted", .exercise("jwt-anatomy.3"))
    func refusesEveryMutation() async throws {
        try await judgeAnatomy { jwt in
            var random = SeededGenerator()
            let parts = try jwt.forge.token(claims: #"{"sub":"ana","is_admin":false,"exp":4102444800}"#)
                .split(separator: ".").map { try Base64URL.decodeForgivingly(String($0)) }
            let lines = (0..<jwt.neighbours).map { _ in
                var changed = parts
                let part = Int.random(in: 0..<3, using: &random)
                changed[part][Int.random(in: 0..<changed[part].count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
                return changed.map(Base64URL.encode).joined(separator: ".")
            }
            let answer = try jwt.verify(lines: lines)
            let accepted = zip(lines, answer.lines).first { $1.contains(#""valid":true"#) }
            try answer.require(
                accepted == nil && answer.lines.count == lines.count,
                "of \(lines.count) tokens that differ from a good one in a single bit, none is accepted",
                expected: "\(lines.count) refusals with seed \(SeededGenerator.seed), not "
                    + (accepted.map { "acceptance of \($0.0)" } ?? "\(answer.lines.count) lines"),
                because: "A signature that overlooks one bit overlooks the one that an attacker needs.")
        }
    }
}
