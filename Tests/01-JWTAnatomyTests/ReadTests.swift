import TestSupport
import Testing
import Tokens

@Suite struct ReadTests {
    @Test("Whoever holds a token can read it: no secret is needed", .exercise("jwt-anatomy.1"))
    func anyoneCanRead() async throws {
        try await judgeAnatomy { jwt in
            try jwt.show(jwt.forge.token(claims: #"{"sub":"ana","password":"do not do this"}"#)).expect(
                "show prints the claims of a token without knowing the secret", status: 0,
                [
                    .init(
                        "claims",
                        .object(
                            JSONObject([.init("sub", .string("ana")), .init("password", .string("do not do this"))])))
                ],
                because: "Signed is not encrypted: base64url is an alphabet, not a lock. Put no secrets into a token.")
        }
    }

    @Test("The example of RFC 7515 A.1 reads as the RFC says", .exercise("jwt-anatomy.1"))
    func readsTheExampleOfTheRFC() async throws {
        try await judgeAnatomy { jwt in
            let claims = JSONObject([
                .init("iss", .string("joe")), .init("exp", .integer(RFC7515Example.expiry)),
                .init("http://example.com/is_root", .boolean(true)),
            ])
            try jwt.show(RFC7515Example.token).expect(
                "the claims are those of the RFC", status: 0, [.init("claims", .object(claims))],
                because: "A format is shared with strangers: what others wrote by the RFC, you must be able to read.")
        }
    }

    @Test("Claims that are no JSON object, or name one thing twice, are refused", .exercise("jwt-anatomy.1"))
    func refusesClaimsThatAreNoObject() async throws {
        try await judgeAnatomy { jwt in
            let rows: [(claims: String, reason: String)] = [
                ("", "not_json"), ("ana", "not_json"), ("[]", "not_json"), ("\"ana\"", "not_json"),
                ("null", "not_json"),
                ("{", "not_json"), ("{\"sub\":\"ana\"}x", "not_json"),
                ("{'sub':'ana'}", "not_json"), ("{\"sub\":\"ana\",}", "not_json"), ("{\"n\":01}", "not_json"),
                ("{\"n\":1e999}", "not_json"), ("{\"s\":\"\\ud800\"}", "not_json"), ("{\"s\":\"\u{1}\"}", "not_json"),
                ("{\"sub\":\"ana\",\"sub\":\"root\"}", "duplicate_member"),
                ("{\"sub\":\"ana\",\"s\\u0075b\":\"root\"}", "duplicate_member"),
                ("{\"a\":{\"b\":1,\"b\":2}}", "duplicate_member"),
                (String(repeating: "[", count: 4_000), "not_json"),
                (
                    #"{"a":"# + String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000) + "}",
                    "not_json"
                ),
            ]
            try jwt.expect(
                "show", [],
                [
                    .answered(
                        "a token whose claims have space around the members is read",
                        jwt.forge.token(claims: "\n{ \"sub\" : \"ana\" }\t"), [], because: "It is the same object.")
                ]
                    + rows.map { row -> Expectation in
                        let name =
                            row.claims.isEmpty
                            ? "a token with nothing for claims" : "a token whose claims are \(row.claims.prefix(40))"
                        return .refused(name, jwt.forge.token(claims: row.claims), row.reason)
                    },
                "claims that are no object, or name one thing twice, are refused (\(rows.count) kinds)",
                because: "Two readers that understand one text differently are a hole between them: "
                    + "the one checks sub \"ana\", the other lets \"root\" in.")
        }
    }
}
