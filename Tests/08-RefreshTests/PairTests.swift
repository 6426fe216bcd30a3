import TestSupport
import Testing
import Tokens

@Suite struct PairTests {
    @Test("A login answers with a pair", .exercise("refresh.1"))
    func loginBringsAPair() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let pair = try await api.enter(api.newAccount())
            try Self.expectPair(pair, "the login")
            let end = pair.answer.integer("refresh_expires_in") ?? 0
            try pair.answer.require(
                try end >= 60 && end == number("exp", of: pair.refresh) - number("iat", of: pair.refresh),
                "refresh_expires_in says for how many seconds the refresh token is good",
                expected: "exp - iat of the refresh token", because: "A client need not take it apart to plan ahead.")
        }
    }

    @Test("A refresh answers with the next pair of the same session", .exercise("refresh.1"))
    func refreshBringsTheNextPair() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let first = try await api.enter(api.newAccount())
            let second = try await api.renewed(first)
            try Self.expectPair(second, "the refresh")
            for claim in ["sub", "sid", "iss", "aud"] {
                try second.answer.require(
                    try claims(of: second.access)[claim] == claims(of: first.access)[claim],
                    "\(claim) is what it was", expected: "\(try claims(of: first.access)[claim]?.json ?? "nothing")",
                    because: "It is the same user in the same session.")
            }
            let ids = try [first.access, second.access, second.refresh].map { try text("jti", of: $0) }
            try second.answer.require(
                Set(ids).count == 3, "and each token has an id of its own",
                expected: "three values of jti, not \(ids)", because: "By it the server knows which one has come back.")
        }
    }

    /// Claims that both tokens say what the contract says they do.
    private static func expectPair(_ pair: Pair, _ what: String) throws {
        try pair.answer.require(
            pair.answer.header("Cache-Control") == "no-store", "\(what) may not be stored on the way",
            expected: "Cache-Control: no-store", because: "RFC 6749 §5.1: it holds tokens.")
        let token = try TokenReader().read(pair.refresh)
        try pair.answer.require(
            token.header == (try JSONObject(parsing: Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))),
            "the refresh token's header is like any other of ours", expected: #"{"alg":"HS256","typ":"JWT"}"#,
            because: "One reader reads them both.")
        let names = token.claims.members.map(\.name).sorted()
        try pair.answer.require(
            names == ["aud", "exp", "iat", "iss", "jti", "nbf", "sid", "sub", "type"],
            "it has the registered claims, its type and its session",
            expected: "aud, exp, iat, iss, jti, nbf, sid, sub and type, not \(names)",
            because: "It has nothing to say about rights, and is never fresh.")
        try pair.answer.require(
            token.claims["type"] == .string("refresh"), "its type is refresh", expected: #""type":"refresh""#,
            because: "Nothing else tells it from an access token (RFC 8725 §3.12).")
        for claim in ["sub", "sid", "iss", "aud"] {
            try pair.answer.require(
                try token.claims[claim] == claims(of: pair.access)[claim], "\(claim) is that of the access token",
                expected: "\(try claims(of: pair.access)[claim]?.json ?? "nothing")",
                because: "They belong together.")
        }
        let times = try ["iat", "nbf"].map { try number($0, of: pair.refresh) }
        try pair.answer.require(
            times[0] == times[1] && abs(times[0] - secondsNow()) < 60, "it is good from now on",
            expected: "iat and nbf around \(secondsNow()), not \(times)", because: "Seconds since 1970, as always.")
    }

    @Test("A refresh token opens no other door, and no other token opens this one", .exercise("refresh.1"))
    func opensOneDoor() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let pair = try await api.enter(api.newAccount())
            let id = try subject(of: pair.access)
            let doors = [
                ("GET", "/my-info"), ("GET", "/user/\(id)"), ("DELETE", "/user/\(id)"), ("PUT", "/user/\(id)/role"),
                ("PUT", "/my-info/password"), ("POST", "/logout/everywhere"),
            ]
            for (method, path) in doors {
                try await api.send(Request(method, path).bearer(pair.refresh)).expectRefusedToken(
                    "\(method) \(path) refuses the refresh token", error: "wrong_token_type",
                    because: "It lives for weeks. If it opened doors, all care for short lives would be in vain.")
            }
            try await api.refresh(pair.access).expectRefusedToken(
                "/refresh refuses the access token", error: "wrong_token_type",
                because: "Fifteen minutes could be made into thirty days, with a token that goes through many hands.")
            _ = try await api.renewed(pair, "and none of that has spent the refresh token")
        }
    }

    @Test("The end of a session does not move", .exercise("refresh.1"))
    func keepsTheEnd() async throws {
        try await judge(ownServer: product) { start in
            let api = try start.sharedOnDisk(forgiving)
            var pair = try await api.enter(api.newAccount())
            let end = try number("exp", of: pair.refresh)
            try pair.answer.require(
                pair.answer.integer("refresh_expires_in") == 1_000, "a session is good for as long as is configured",
                expected: #""refresh_expires_in":1000"#, because: "REFRESH_TOKEN_LIFETIME is 1000 for this server.")
            try pair.answer.require(
                try text("iss", of: pair.refresh) == "issuer" && text("aud", of: pair.refresh) == "audience",
                "issuer and audience are those that are configured", expected: "issuer and audience",
                because: "With the wrong ones its own server refuses it.")
            for seconds in [0, 500] {
                pair = try await start.sharedOnDisk(forgiving, ahead: seconds)
                    .renewed(pair, "\(seconds) seconds later a refresh brings a new pair")
                try pair.answer.require(
                    try number("exp", of: pair.refresh) == end
                        && pair.answer.integer("refresh_expires_in") == end - number("iat", of: pair.refresh),
                    "each refresh token of the session has the same exp",
                    expected: "exp \(end), and the seconds until it",
                    because: "If every refresh moved the end, a stolen session would never have one.")
            }
            let brief = try await start.sharedOnDisk(telling).enter(api.newAccount())
            let later = try start.sharedOnDisk(forgiving, ahead: 500)
            let answer = try await later.refresh(brief.refresh)
            try answer.expectRefusedToken(
                "500 seconds after the login to a session of 400 its refresh token is refused", error: "token_expired",
                because: "Its time is over.")
            let longer = try reissued(brief.access) { $0["exp"] = .integer(end) }
            try await later.myInfo(longer).expectRevoked(
                "and so is an access token that would have lived on", because: "It belongs to a session that is over.")
        }
    }
}
