import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes: who is let in where, and a process that lives on.
@Suite struct GivenTests {
    @Test("Twenty thousand changed tokens: none is accepted, and the process lives on")
    func survivesTwentyThousandMutations() async throws {
        try await judge(server: product) { api in
            try await api.expectRefusalOfMutations(20_000, of: try await IssuedToken(api))
        }
    }

    @Test("A refresh token does not open the door")
    func refusesTheWrongType() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            let nobody = JSONValue.string("6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11")
            let rows: [(String, (inout JSONObject) -> Void)] = [
                ("the type refresh", { ($0["type"], $0["fresh"]) = (.string("refresh"), nil) }),
                ("the type refresh that says whether it is fresh", { $0["type"] = .string("refresh") }),
                ("the type refresh, about nobody", { ($0["type"], $0["sub"]) = (.string("refresh"), nobody) }),
            ]
            try await api.expectRefusal(
                of: rows.map { HostileToken($0, good.withClaims($1), error: "wrong_token_type") }, good: good,
                because: "A token that lives for a month must not be good for every request (RFC 8725 §3.12).")
        }
    }

    @Test("A path or method that is not there is refused before anybody is asked for a token")
    func answersOtherPathsAndMethods() async throws {
        try await judge(server: product) { api in
            for method in ["POST", "PUT", "DELETE", "PATCH"] {
                let answer = try await api.send(Request(method, "/my-info"))
                try answer.expect(
                    "\(method) /my-info is 405", status: 405, error: "method_not_allowed",
                    because: "The path is there; the method is not.")
                try answer.require(
                    answer.header("Allow") == "GET, HEAD", "and says what would be allowed",
                    expected: "Allow: GET, HEAD", because: "RFC 9110 §15.5.6 requires it.")
            }
            for path in ["/my-infos", "/my-info/ana", "/MY-INFO", "/my_info"] {
                try await api.get(path).expect(
                    "\(path) is 404", status: 404, error: "not_found", because: "There is nothing to be let in to.")
            }
            let head = try await api.send(Request("HEAD", "/my-info"))
            try head.require(
                head.status == 401 && head.body.isEmpty && head.header("WWW-Authenticate") != nil,
                "HEAD /my-info without a token is asked for one, without a body", expected: "401 and nothing",
                because: "RFC 9110 §9.3.2.")
        }
    }

    @Test("Every refused token is refused in the same words, and the log knows more")
    func tellsTheCauseToTheLogAlone() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["LOG_LEVEL": "trace"])
            let good = try await IssuedToken(api)
            let rows = [
                ("not_three_parts", "nonsense"), ("wrong_algorithm", good.unsigned[0].text),
                ("wrong_signature", good.wronglySigned(good.text)),
                ("critical_header", good.withHeader({ $0["crit"] = .array([]) })),
                ("unknown_key", good.withHeader({ $0["kid"] = .string("canary-key") })),
                ("not_yet_valid", good.with("nbf", .integer(secondsNow() + 300))),
                ("wrong_issuer", good.with("iss", .string("canary-issuer"))),
                ("wrong_audience", good.with("aud", .array([]))), ("claim_jti", good.with("jti", nil)),
                ("no_such_user", good.with("sub", .string("6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11"))),
            ]
            var answers: [Response] = []
            for (cause, token) in rows {
                let answer = try await api.myInfo(token)
                try answer.expectRefusedToken("a token with \(cause) is refused", because: "It is no good.")
                try answer.require(
                    answer.body == answers.first?.body ?? answer.body && !answer.text.contains(cause),
                    "in the words that every other gets", expected: answers.first?.text ?? "",
                    because: "What exactly was wrong helps nobody but a forger.")
                try answer.require(
                    api.log.contains("cause=\(cause)"), "and the log says \(cause)",
                    expected: "a line with cause=\(cause)", because: "Whoever runs the server has to find out.")
                answers.append(answer)
            }
            _ = try await api.myInfo(good.with("exp", .integer(0)))
            let parts = good.parts
            let secrets = [parts.claims, parts.signature, "canary", "eyJ", Secrets.base64, "$scrypt$"]
            let found = secrets.filter { (api.log + answers.map(\.text).joined()).contains($0) }
            try answers[0].require(
                found.isEmpty && api.log.contains("cause=token_expired"), "with no token in it, or any part of one",
                expected: "a line with cause=token_expired, and none of \(found)",
                because: "A token in a log is a key under the mat.")
        }
    }

    @Test("Requests that no client would send do not stop the server")
    func survivesHostileRequests() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            let dots = String(repeating: ".", count: 65_536)
            let lines = [
                "Authorization: Bearer \(dots)", "Authorization: Bearer \(good.text)\u{0}", "Authorization:",
                "Authorization: \(String(repeating: "Bearer ", count: 1_000))", "Authorization: Bearer\t\(good.text)x",
                "Authorization : Bearer \(good.text)", "Authorization: Bearer\r\n \(good.text)x",
                "Authorization: ,", "Authorization: Bearer \u{FF}\u{FE}",
                (0..<150).map { "X-\($0): Bearer" }.joined(separator: "\r\n"),
            ]
            for line in lines {
                let received = try api.raw(
                    "GET /my-info HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(line)\r\n\r\n")
                let answer = try await api.myInfo(good.text)
                try answer.require(
                    received.isEmpty || received.hasPrefix("HTTP/1.1 4"), "\(line.prefix(40)) is refused",
                    expected: "a status from 400 to 499, not \(received.prefix(200))",
                    because: "It is neither a good token nor our fault.")
                try answer.require(
                    answer.status == 200 && !api.hasEnded, "and the same process still serves",
                    expected: "200 for the good token", because: "One stranger's bytes must not end the service.")
            }
        }
    }

    @Test("The page and the banner name the new endpoint")
    func showsAPage() async throws {
        try await judge(ownServer: product) { start in
            let api = try start([:])
            let page = try await api.get("/")
            try page.require(
                page.status == 200 && page.text.contains("/my-info") && api.banner.contains("/my-info"),
                "GET / and the banner name /my-info", expected: "200 and /my-info in both",
                because: "Whoever starts a lesson wants to see what is new.")
        }
    }
}
