import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes: the claim, the endpoint's manners, and the log.
@Suite struct GivenTests {
    @Test("Each login begins a session of its own and names it in the token")
    func namesTheSession() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let tokens = [try await api.token(of: account), try await api.token(of: account)]
            let sessions = try tokens.map(session)
            let answer = try await api.myInfo(tokens[0])
            try answer.require(
                sessions.allSatisfy { $0.wholeMatch(of: Self.uuid) != nil }, "sid is a UUID in lower case",
                expected: "sid such as 6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11, not \(sessions)",
                because: "One spelling, so that comparing is enough.")
            try answer.require(
                sessions[0] != sessions[1], "and two logins have two", expected: "another sid than \(sessions[0])",
                because: "Each of them can be ended without the other.")
        }
    }

    @Test("A token without a session, or with something else in its place, is not ours")
    func requiresASession() async throws {
        try await judge(server: product) { api in
            let token = try await api.token(of: api.newAccount())
            let values: [JSONValue?] = [
                nil, .null, .integer(7), .string(""), .string("x' OR '1'='1"), .boolean(true),
                .array([.string(try session(of: token))]), .string(try session(of: token).uppercased()),
            ]
            for value in values {
                let altered = try reissued(token) { $0["sid"] = value }
                try await api.myInfo(altered).expect(
                    "sid \(value?.json ?? "left out") is refused", status: 401, error: "invalid_token",
                    because: "From this lesson on every token belongs to a session.")
            }
            try await api.myInfo(token).expectGood("the token itself is good", because: "Only copies were altered.")
        }
    }

    @Test("A logout that is refused ends nothing")
    func endsNothingWithoutProof() async throws {
        try await judge(server: product) { api in
            let token = try await api.token(of: api.newAccount())
            let parts = token.split(separator: ".").map(String.init)
            let unsigned = parts[0] + "." + parts[1] + "."
            let refused: [(String, Request, String)] = [
                ("no token", Request("POST", "/logout"), "authorization_required"),
                ("no signature", Request("POST", "/logout").bearer(unsigned), "invalid_token"),
                ("padding", Request("POST", "/logout").bearer(token + "="), "invalid_token"),
                (
                    "an end in the past",
                    Request("POST", "/logout").bearer(try reissued(token) { $0["exp"] = .integer(1) }), "token_expired"
                ),
            ]
            for (name, request, code) in refused {
                try await api.send(request).expect(
                    "a logout with \(name) is refused", status: 401, error: code,
                    because: "Otherwise anybody could log out whom they like.")
            }
            let query = Request("POST", "/logout?access_token=\(token)").json([
                .init("access_token", .string(token))
            ])
            try await api.send(query).expect(
                "a token in the address or the body is none", status: 401, error: "authorization_required",
                because: "Addresses end up in logs and histories.")
            try await api.myInfo(token).expectGood("and the session lives", because: "Nobody has proven anything.")
        }
    }

    @Test("Only POST logs out")
    func answersOtherMethods() async throws {
        try await judge(server: product) { api in
            let token = try await api.token(of: api.newAccount())
            for method in ["GET", "PUT", "DELETE", "HEAD"] {
                let answer = try await api.send(Request(method, "/logout").bearer(token))
                try answer.require(
                    answer.status == 405 && answer.header("Allow") == "POST", "\(method) /logout is 405",
                    expected: "405 with Allow: POST",
                    because: "A link, an image or a browser that loads ahead sends GET: none of them may log out.")
            }
            try await api.myInfo(token).expectGood("and the session lives", because: "Nobody has logged out.")
        }
    }

    @Test("With an account go its sessions")
    func removesSessionsWithTheirUser() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            let api = try start(database.settings)
            let account = try await api.newAccount()
            let tokens = [try await api.token(of: account), try await api.token(of: account)]
            let deleted = try await api.send(Request("DELETE", "/user/\(user(of: tokens[0]))").bearer(tokens[0]))
            try deleted.expect("an account is deleted", status: 204, because: "What follows is about it.")
            for token in tokens {
                try await api.myInfo(token).expect(
                    "its tokens are refused", status: 401, error: "invalid_token", because: "They are nobody's.")
            }
            _ = api.stop()
            let left = try database.count(tokens.map(session))
            try deleted.require(
                left == 0, "and no session of it is left in the file", expected: "none, not \(left)",
                because: "A row without its user would be kept for ever by a table that is cleaned by other rules.")
        }
    }

    @Test("The log tells of a logout and of tokens that come back, and holds no token")
    func logsWithoutTokens() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["LOG_LEVEL": "trace"])
            let ended = try await api.endedToken(of: api.newAccount())
            let answer = try await api.myInfo(ended)
            let log = api.log
            try answer.require(
                log.contains("Logged out") && log.contains("cause=token_revoked")
                    && log.contains("session=\(session(of: ended))"),
                "the log has the logout, its session, and the token that came back",
                expected: "lines with \"Logged out\" and \"cause=token_revoked\"",
                because: "Whoever looks into a theft has nothing else.")
            let secret = ended.split(separator: ".").dropFirst().first { log.contains($0) }
            try answer.require(
                secret == nil, "and no part of the token", expected: "no token in the log",
                because: "A log is read by many, and a token in it opens a door to each of them.")
        }
    }

    private static var uuid: Regex<Substring> { /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/ }
}
