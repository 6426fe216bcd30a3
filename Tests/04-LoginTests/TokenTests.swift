import TestSupport
import Testing
import Tokens

@Suite struct TokenTests {
    @Test("A login mints a token about this user, for fifteen minutes", .exercise("login.3"))
    func mintsATokenForFifteenMinutes() async throws {
        try await judge(server: product) { api in
            let name = Account.unique("ana")
            let registered = try await api.register(name)
            let before = secondsNow()
            let answer = try await api.login(name)
            let claims = try answer.accessToken().claims
            let seconds = ["iat", "nbf", "exp"].compactMap { try? claims.seconds($0) }
            try answer.require(
                seconds.count == 3, "iat, nbf and exp are whole seconds", expected: "three integers",
                because: "A date with a fraction is refused by other libraries; whole seconds are understood by all.")
            try answer.require(
                seconds[2] - seconds[0] == 900, "it lives for nine hundred seconds",
                expected: "exp - iat = 900, not \(seconds[2] - seconds[0])",
                because: "Count in milliseconds, and the token is good for ten days and ten hours.")
            try answer.require(
                (before...secondsNow()).contains(seconds[0]) && seconds[1] == seconds[0], "from now on",
                expected: "iat and nbf between \(before) and \(secondsNow())",
                because: "A token is dated when it is made.")
            try answer.require(
                claims["sub"] == registered.object?["id"] && claims["sub"] != nil, "its subject is the user's id",
                expected: "sub \(registered.object?["id"]?.json ?? "")",
                because: "A name can change and come back as somebody else's; an id never does.")
        }
    }

    @Test("The token carries the claims of the contract and no more", .exercise("login.3"))
    func carriesTheClaimsOfTheContract() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            let token = try answer.accessToken()
            try answer.require(
                token.header["alg"] == .string("HS256") && token.header["typ"] == .string("JWT")
                    && token.header.members.count == 2,
                "its header is alg and typ", expected: #"{"alg":"HS256","typ":"JWT"}"#,
                because: "A kid is for servers with several keys.")
            let expected: [JSONObject.Member] = [
                .init("iss", .string("jwt-workbook")), .init("aud", .string("jwt-workbook")),
                .init("type", .string("access")), .init("fresh", .boolean(true)),
            ]
            for member in expected {
                try answer.require(
                    token.claims[member.name] == member.value, "\(member.name) is \(member.value.json)",
                    expected: "\(member.name): \(member.value.json)",
                    because: "Whoever reads the token must know who made it, for whom and for what.")
            }
            let known = ["iss", "aud", "sub", "jti", "iat", "nbf", "exp", "type", "fresh", "is_admin", "sid"]
            let stray = token.claims.members.map(\.name).filter { !known.contains($0) }
            try answer.require(
                stray.isEmpty, "nothing else is in it", expected: "no \(stray.joined(separator: ", "))",
                because: "Anyone who holds the token can read it.")
        }
    }

    @Test("Every token has an id of its own", .exercise("login.3"))
    func givesEveryTokenAnID() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let first = try await api.login(account.username)
            let second = try await api.login(account.username)
            let ids = try [first, second].map { try $0.accessToken().claims["jti"] }
            for id in ids {
                let isUUID = if case .string(let text) = id { text.wholeMatch(of: Self.uuid) != nil } else { false }
                try second.require(
                    isUUID, "jti is a UUID in lower case", expected: "jti such as 6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11",
                    because: "An id that is spelled in two ways is two ids to whoever compares.")
            }
            try second.require(
                ids[0] != ids[1], "and two tokens have two", expected: "another jti than \(ids[0]?.json ?? "")",
                because:
                    "Without it, two tokens of one second are the same text, and lesson 7 could not tell them apart.")
        }
    }

    @Test("The token is signed with the server's secret", .exercise("login.3"))
    func signsWithTheSecret() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            let isVerified = try TokenReader().verify(
                checking: answer.string("access_token"), with: Secrets.key(), at: secondsNow())
            try answer.require(
                isVerified, "whoever has the secret can verify it",
                expected: "a signature by HMAC-SHA256 with JWT_SECRET",
                because: "The bytes of the secret are what base64 decodes to, not the text.")
        }
    }

    @Test("Lifetime, issuer and audience are as configured", .exercise("login.3"))
    func mintsAsConfigured() async throws {
        try await judge(ownServer: product) { start in
            let settings = ["ACCESS_TOKEN_LIFETIME": "61", "JWT_ISSUER": "the-library", "JWT_AUDIENCE": "the-readers"]
            let api = try start(settings)
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            let claims = try answer.accessToken().claims
            let lifetime = try (claims.seconds("exp") ?? 0) - (claims.seconds("iat") ?? 0)
            try answer.require(
                lifetime == 61, "with ACCESS_TOKEN_LIFETIME=61 it lives for sixty-one seconds",
                expected: "exp - iat = 61, not \(lifetime)",
                because: "A number in the source cannot be changed by whoever runs the server.")
            try answer.require(
                claims["iss"] == .string("the-library") && claims["aud"] == .string("the-readers"),
                "and names the configured issuer and audience", expected: "iss the-library and aud the-readers",
                because: "Two services that share a secret tell their tokens apart by these two.")
        }
    }

    private static var uuid: Regex<Substring> { /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/ }
}
