import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes.
@Suite struct GivenTests {
    @Test("A clock can be ahead by seconds, and by nothing else")
    func refusesOddClocks() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(ahead: 86_400)
            let pair = try await api.enter(api.newAccount())
            try pair.answer.require(
                try (86_300...86_400).contains(number("iat", of: pair.access) - secondsNow()),
                "with --ahead 86400 a token is of tomorrow", expected: "iat a day ahead",
                because: "All that the server does follows one clock.")
            for odd in ["--ahead=-1", "--ahead=9999999999999", "--ahead=soon"] {
                let status = try run(product, [odd])
                try pair.answer.require(
                    status == 64, "\(odd) is refused", expected: "exit status 64, not \(status)",
                    because: "A clock that is wrong makes tokens that are.")
            }
        }
    }

    @Test("A refresh needs a refresh token of ours, as bearer")
    func needsARefreshToken() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let pair = try await api.enter(api.newAccount())
            try await api.send(Request("POST", "/refresh")).expect(
                "without a token it is refused", status: 401, error: "authorization_required",
                because: "Nobody can be renewed before they are known.")
            let elsewhere = Request("POST", "/refresh?refresh_token=\(pair.refresh)").json([
                .init("refresh_token", .string(pair.refresh))
            ])
            try await api.send(elsewhere).expect(
                "a token in the address or the body is none", status: 401, error: "authorization_required",
                because: "One place is enough, and addresses end up in logs.")
            let rows: [(String, String, String)] = [
                ("without a signature", pair.refresh.prefix { $0 != "." } + ".e30.", "invalid_token"),
                ("with padding", pair.refresh + "=", "invalid_token"),
                ("past its end", try reissued(pair.refresh) { $0["exp"] = .integer(1) }, "token_expired"),
                ("without a session", try reissued(pair.refresh) { $0["sid"] = nil }, "invalid_token"),
                ("of no known type", try reissued(pair.refresh) { $0["type"] = .string("REFRESH") }, "invalid_token"),
                (
                    "of an unknown session",
                    try reissued(pair.refresh) { $0["sid"] = .string("6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11") },
                    "token_revoked"
                ),
                (
                    "of an unknown user",
                    try reissued(pair.refresh) { $0["sub"] = .string("6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11") },
                    "invalid_token"
                ),
            ]
            for (name, token, code) in rows {
                try await api.refresh(token).expectRefusedToken(
                    "a refresh token \(name) is refused", error: code, because: "It is read as strictly as any other.")
            }
            _ = try await api.renewed(pair, "the token itself is good, and unspent")
        }
    }

    @Test("Either token logs out, and ends its session once")
    func logsOutWithEither() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let other = try await api.enter(account)
            for name in ["access", "refresh", "spent"] {
                let login = try await api.enter(account)
                let last = try await api.renewed(login)
                let token = ["access": last.access, "refresh": last.refresh][name] ?? login.refresh
                try await api.logOut(token).expect(
                    "the \(name) token logs out", status: 200, [.init("message", .string("Logged out."))],
                    because: "When the access token has expired, the other one is at hand.")
                try await api.expectEnded(last, "then", because: "The session is over, with all of its tokens.")
                try await api.logOut(token).expectRevoked("a second time is refused", because: "It is over.")
            }
            try await api.expectLiving(other, "another session goes on", because: "It was not meant.")
        }
    }

    @Test("A refresh looks the user up: the new token tells the role of today")
    func takesTheRoleOfToday() async throws {
        try await judge(adminOf: product, onDisk: telling) { api, admin in
            let root = try await api.enter(admin)
            var ben = try await api.enter(api.newAccount("ben"))
            let path = "/user/\(try subject(of: ben.access))/role"
            for isAdmin in [true, false] {
                let body = [JSONObject.Member("is_admin", .boolean(isAdmin))]
                try await api.send(Request("PUT", path).bearer(root.access).json(body)).expect(
                    "ben's role is changed", status: 200, because: "What follows is about it.")
                ben = try await api.renewed(ben)
                try ben.answer.require(
                    try claims(of: ben.access)["is_admin"] == .boolean(isAdmin), "his next access token says so",
                    expected: "\"is_admin\":\(isAdmin)",
                    because: "It is minted from the row, not from the token before.")
            }
        }
    }

    @Test("Other methods are 405")
    func answersOtherMethods() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let pair = try await api.enter(api.newAccount())
            for (path, allowed) in [("/refresh", "POST"), ("/logout/everywhere", "POST"), ("/my-info/password", "PUT")]
            {
                for method in ["GET", "HEAD", "DELETE", "PATCH"] {
                    let answer = try await api.send(Request(method, path).bearer(pair.refresh))
                    try answer.require(
                        answer.status == 405 && answer.header("Allow") == allowed, "\(method) \(path) is 405",
                        expected: "405 with Allow: \(allowed)",
                        because: "A browser that loads ahead sends GET, and must not spend anybody's token.")
                }
            }
            _ = try await api.renewed(pair, "and nothing was spent")
        }
    }
}
