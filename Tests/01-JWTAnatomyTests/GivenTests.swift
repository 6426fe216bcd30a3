import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes: the form of a token, and manners at the command line.
@Suite struct GivenTests {
    @Test("Texts that are no tokens are refused, each for its reason")
    func refusesMalformedTokens() async throws {
        try await judgeAnatomy { jwt in
            let good = jwt.forge.token()
            let parts = good.split(separator: ".").map(String.init)
            let header = #"{"alg":"HS256","typ":"JWT""#
            let rows: [Expectation] = [
                .refused("an empty text", "", "not_three_parts"),
                .refused("a word", "token", "not_three_parts"),
                .refused("two parts", "\(parts[0]).\(parts[1])", "not_three_parts"),
                .refused("four parts", good + ".e30", "not_three_parts"),
                .refused("a trailing dot", good + ".", "not_three_parts"),
                .refused("dots alone", "..", "not_json"),
                .refused("64 KiB of dots", String(repeating: ".", count: 65_536), "too_large"),
                .refused("a megabyte", String(repeating: "A", count: 1_048_576), "too_large"),
                .refused("a space in front", " " + good, "not_base64url"),
                .refused("a space behind", good + " ", "not_base64url"),
                .refused("a tab within", parts[0] + ".\t" + parts[1] + "." + parts[2], "not_base64url"),
                .refused("Bearer in front", "Bearer " + good, "not_base64url"),
                .refused("quotes around", "\"\(good)\"", "not_base64url"),
                .refused("an impossible length", "A." + parts[1] + "." + parts[2], "not_base64url"),
                .refused("another script", "é漢🙂.e30.e30", "not_base64url"),
                .refused("a header of two objects", jwt.forge.token(header: "{}{}"), "not_json"),
                .refused("a header that is a list", jwt.forge.token(header: "[]"), "not_json"),
                .refused("two alg", jwt.forge.token(header: header + #","alg":"none"}"#), "duplicate_member"),
                .refused("crit", jwt.forge.token(header: header + #","crit":["exp"]}"#), "critical_header"),
                .refused(
                    "an unknown kid", jwt.forge.token(header: header + #","kid":"../../dev/null"}"#), "unknown_key"),
                .refused("a kid of no text", jwt.forge.token(header: header + #","kid":7}"#), "unknown_key"),
                .refused("no typ", jwt.forge.token(header: #"{"alg":"HS256"}"#), "wrong_type"),
                .refused("another typ", jwt.forge.token(header: #"{"alg":"HS256","typ":"at+jwt"}"#), "wrong_type"),
            ]
            try jwt.expect(
                "verify", jwt.secret, rows, "what is no token is refused with the reason (\(rows.count) kinds)",
                because: "Whatever arrives, the reader must say no in words and live on.")
        }
    }

    @Test("Bytes that are no UTF-8 are refused, and the next line is judged as if nothing had been")
    func survivesBinaryLines() async throws {
        try await judgeAnatomy { jwt in
            let answer = try jwt.runBytes(
                "verify", ["--json"] + jwt.secret + ["-"],
                [0xFF, 0xFE, 0x00, 0x80, 0x0A] + Array((jwt.forge.token() + "\r\n").utf8))
            try answer.require(
                answer.lines.count == 2 && answer.lines[0].contains(#""valid":false"#)
                    && answer.lines[1].contains(#""valid":true"#),
                "a broken line is refused and the good one after it accepted",
                expected: "two lines, a refusal and an acceptance",
                because: "One bad line must not decide over the others.")
        }
    }

    @Test("A mistake at the command line gets a sentence that helps, and exit status 64")
    func explainsWrongUse() async throws {
        try await judgeAnatomy { jwt in
            let token = jwt.forge.token()
            let rows: [(verb: String, arguments: [String], says: String)] = [
                ("verify", ["--secret", "", token], "at least 32"),
                ("verify", ["--secret", "jose", token], "openssl rand"),
                ("verify", ["--secret-base64url", "not base64!", token], "base64url"),
                ("verify", ["--secret", "a", "--secret-base64url", "b", token], "not both"),
                ("verify", jwt.secret + ["--at", "noon", token], "--at"),
                ("verify", jwt.secret, "missing expected argument"),
                ("sign", jwt.secret, "--claims"),
                ("sign", jwt.secret + ["--claims", "sub=ana"], "JSON object"),
                ("sign", jwt.secret + ["--claims", "[]"], "JSON object"),
                ("sign", jwt.secret + ["--claims", "{}", "--expires-in", "9223372036854775807"], "--expires-in"),
                ("show", ["--flaw", "no-such-flaw", token], "accepts-respellings"),
                ("shwo", [token], "shwo"),
            ]
            for row in rows {
                let answer = try jwt.runExactly([row.verb] + row.arguments)
                try answer.expect(
                    "\(row.verb) \(row.arguments.joined(separator: " ").prefix(60)) ends with 64", status: 64,
                    because: "64 is what programs agree on for wrong use (sysexits.h), apart from 1, a refusal.")
                try answer.require(
                    answer.complaint.lowercased().contains(row.says.lowercased()), "and says what to do",
                    expected: "a mention of “\(row.says)”",
                    because: "A message that does not help is a message too many.")
            }
        }
    }

    @Test("The name of a file instead of a token is understood as a slip")
    func recognisesAFileName() async throws {
        try await judgeAnatomy { jwt in
            let answer = try jwt.runExactly(["show", "Package.swift"])
            try answer.expect("a file's name is no token", status: 1, because: "It is not a token.")
            try answer.require(
                answer.text.contains("< Package.swift"), "and the message shows how to read a file",
                expected: "a mention of < Package.swift", because: "It is an easy slip.")
        }
    }

    @Test("Without a secret the shared one is made, kept to its owner, and told")
    func makesTheSharedSecret() async throws {
        try await judgeAnatomy { jwt in
            let signed = try jwt.runExactly(["sign", "--solution", "--claims", "{}"])
            try signed.expect("sign works without a secret", status: 0, because: "The first token should be easy.")
            try signed.require(
                signed.complaint.contains("dev-secret"), "and says which secret it used",
                expected: "a mention of dev-secret",
                because: "A secret that nobody knows of is never changed.")
            try jwt.runExactly(["verify", "--solution", signed.text]).expect(
                "the next command uses the same", status: 0, because: "A token must outlive the process that made it.")
        }
    }

    @Test("Hostile text in a claim cannot move the cursor")
    func escapesControlCharacters() async throws {
        try await judgeAnatomy { jwt in
            let answer = try jwt.portrait(
                jwt.forge.token(claims: "{\"sub\":\"\\u001b[2J\\u202eana\",\"\\u001b]0;x\":1}"))
            try answer.expect("such a token can be shown", status: 0, because: "Its JSON is sound.")
            try answer.require(
                !answer.text.unicodeScalars.contains {
                    $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
                },
                "and what is shown holds no control character", expected: "escapes such as \\u001b",
                because: "A log or a terminal that acts on what a stranger wrote is a way in.")
        }
    }

    @Test("encode writes the vectors of RFC 4648 §10, unpadded")
    func encodesTheVectors() async throws {
        try await judgeAnatomy { jwt in
            for (text, encoded) in [
                ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("ÿþ?>", "w7_Dvj8-"),
            ] {
                try jwt.encode(text).expect(
                    "encode '\(text)' is '\(encoded)'", status: 0, [.init("base64url", .string(encoded))],
                    because: "The RFC says so.")
            }
        }
    }

    @Test("Every flaw is listed with the exercise that prevents it")
    func listsItsFlaws() async throws {
        try await judgeAnatomy { jwt in
            let answer = try jwt.runExactly(["--flaws"])
            try answer.require(
                !answer.lines.isEmpty && answer.lines.allSatisfy { $0.split(separator: "\t").count == 3 },
                "--flaws prints name, exercise and summary, a line each", expected: "lines of three columns",
                because: "The companion and the chapter's reader both go by this list.")
        }
    }
}
