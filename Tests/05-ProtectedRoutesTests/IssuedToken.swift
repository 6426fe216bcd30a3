import TestSupport
import Tokens

/// A token that the subject has just issued, to be altered: whatever later lessons put into it is in it.
struct IssuedToken {
    let account: Account
    let text: String
    let header: JSONObject
    let claims: JSONObject
    private let key: HS256Key

    /// The token of somebody who has registered and logged in for it.
    init(_ api: ServerLesson) async throws {
        let account = try await api.newAccount()
        try await self.init(api, account)
    }

    /// A token of this account.
    init(_ api: ServerLesson, _ account: Account) async throws {
        let answer = try await api.login(account.username)
        let token = try? TokenReader().read(answer.string("access_token"))
        try answer.require(
            token != nil, "a login gives a token", expected: "a member access_token that can be read",
            because: "What follows is about it.")
        self.account = account
        text = try answer.string("access_token")
        (header, claims) = (token?.header ?? JSONObject(), token?.claims ?? JSONObject())
        key = try Secrets.key()
    }

    /// The three texts between the dots.
    var parts: (header: String, claims: String, signature: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 3 ? (parts[0], parts[1], parts[2]) : ("", "", "")
    }

    /// The token with another header, rightly signed.
    func withHeader(_ change: (inout JSONObject) -> Void) -> String {
        var header = header
        change(&header)
        return signed(header: header.json)
    }

    /// The token with another value for one claim, or without it, rightly signed.
    func with(_ claim: String, _ value: JSONValue?) -> String {
        withClaims { $0[claim] = value }
    }

    /// The token with other claims, rightly signed.
    func withClaims(_ change: (inout JSONObject) -> Void) -> String {
        var claims = claims
        change(&claims)
        return signed(claims: claims.json)
    }

    /// A token of these texts, rightly signed whatever they say.
    func signed(header: String? = nil, claims: String? = nil) -> String {
        signed(header: Array((header ?? self.header.json).utf8), claims: Array((claims ?? self.claims.json).utf8))
    }

    /// A token of these bytes, rightly signed, or with another key.
    func signed(header: [UInt8], claims: [UInt8], with other: HS256Key? = nil) -> String {
        let input = Base64URL.encode(header) + "." + Base64URL.encode(claims)
        return input + "." + Base64URL.encode((other ?? key).authenticationCode(for: input))
    }

    /// The token with the signature of another text: as long as the right one, and wrong for certain.
    func wronglySigned(_ token: String) -> String {
        (token.split(separator: ".").dropLast() + [Substring(signature(over: ""))]).joined(separator: ".")
    }

    /// The right signature over whatever this text is.
    func signature(over input: String) -> String { Base64URL.encode(key.authenticationCode(for: input)) }
}

/// A token that must be refused.
struct HostileToken {
    /// What is wrong with it, so that it completes "a token with …".
    let name: String
    let text: String
    /// The code that says why.
    var error = "invalid_token"

    init(_ name: String, _ text: String, error: String = "invalid_token") {
        (self.name, self.text, self.error) = (name, text, error)
    }
}

extension ServerLesson {
    /// Sends each token, and after all of them the good one: they are refused, and the same process still serves.
    func expectRefusal(of rows: [HostileToken], good: IssuedToken, because why: String) async throws {
        for row in rows {
            try await myInfo(row.text).expectRefusedToken(
                "a token with \(row.name) is refused", error: row.error, because: why)
        }
        let answer = try await myInfo(good.text)
        try answer.require(
            answer.status == 200 && !hasEnded, "and the same process still serves",
            expected: "200 for the good token, from the process that was started",
            because: "One stranger's bytes must not end the service for everybody.")
    }
}
