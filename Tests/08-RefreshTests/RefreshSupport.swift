import Foundation
import TestSupport
import Testing
import Tokens

let product = "refresh"

/// What a server is told whose log tells everything, and whose sessions end within minutes.
let telling = names.merging([
    "LOG_LEVEL": "trace", "ACCESS_TOKEN_LIFETIME": "300", "REFRESH_TOKEN_LIFETIME": "400",
]) { $1 }

/// What a server is told whose sessions end later, and where an answer that was lost can be asked for again.
let forgiving = names.merging(["REFRESH_TOKEN_LIFETIME": "1000", "REFRESH_GRACE": "10"]) { $1 }

/// By these each of the two takes the other's tokens, as long as they are good.
private let names: [String: String?] = ["JWT_ISSUER": "issuer", "JWT_AUDIENCE": "audience"]

/// The two tokens of a login or a refresh.
struct Pair: Sendable {
    let access: String
    let refresh: String
    /// The answer that brought them.
    let answer: Response

    /// Claims that an answer brings a pair.
    init(_ answer: Response, _ claim: String, because why: String) throws {
        try answer.expect(claim, status: 200, [.init("token_type", .string("Bearer"))], because: why)
        (access, refresh) = (try answer.string("access_token"), try answer.string("refresh_token"))
        self.answer = answer
    }
}

extension ServerLesson {
    /// Logs in, which must succeed before anything else can be judged.
    func enter(_ account: Account) async throws -> Pair {
        let answer = try await login(account.username, account.password)
        return try Pair(answer, "\(account.username) logs in", because: "What follows needs a session.")
    }

    /// Asks for a new pair, with this token.
    func refresh(_ token: String) async throws -> Response {
        try await send(.refresh(token))
    }

    /// The next pair of a session; there must be one.
    func renewed(_ pair: Pair, _ claim: String = "the refresh token brings a new pair") async throws -> Pair {
        try await Pair(refresh(pair.refresh), claim, because: "It is the good one of a session that lives.")
    }

    /// Somebody's token is spent twice, which must end their session.
    func replay(_ when: String) async throws {
        let first = try await enter(newAccount())
        let second = try await renewed(first)
        try await refresh(first.refresh).expectRevoked("\(when) a spent token is refused", because: "It is good once.")
        try await expectEnded(second, "\(when) its session is over", because: "Two have the token.")
    }

    func myInfo(_ token: String) async throws -> Response { try await send(Request("GET", "/my-info").bearer(token)) }

    func logOut(_ token: String) async throws -> Response { try await send(.logOut(token)) }

    func logOutEverywhere(_ token: String) async throws -> Response {
        try await send(Request("POST", "/logout/everywhere").bearer(token))
    }

    func changePassword(_ token: String, from current: String, to new: String) async throws -> Response {
        let body: [JSONObject.Member] = [
            .init("current_password", .string(current)), .init("new_password", .string(new)),
        ]
        return try await send(Request("PUT", "/my-info/password").bearer(token).json(body))
    }

    /// Deletes the account that a token is about, or another one.
    func delete(_ id: String? = nil, with token: String) async throws -> Response {
        try await send(Request("DELETE", "/user/\(try id ?? subject(of: token))").bearer(token))
    }

    /// Claims that a session goes on: its access token is good.
    func expectLiving(_ pair: Pair, _ claim: String, because why: String) async throws {
        try await myInfo(pair.access).expect(claim, status: 200, because: why)
    }

    /// Claims that a session is over: neither token of the pair is good for anything.
    func expectEnded(_ pair: Pair, _ claim: String, because why: String) async throws {
        try await myInfo(pair.access).expectRevoked("\(claim): the access token is refused", because: why)
        try await refresh(pair.refresh).expectRevoked("\(claim): the refresh token is refused", because: why)
    }
}

extension Account {
    /// The same account once its password is another one.
    func with(password: String) -> Account {
        var account = self
        account.password = password
        return account
    }
}

extension Response {
    /// Claims that a token is refused with this code, and that the header says so to clients that know OAuth.
    func expectRefusedToken(_ claim: String, error code: String, because why: String) throws {
        try expect(claim, status: 401, error: code, because: why)
        let challenge = #"Bearer realm="jwt-workbook", error="invalid_token", error_description=""#
        try require(
            header("WWW-Authenticate")?.hasPrefix(challenge) == true, "with a challenge that says invalid_token",
            expected: "WWW-Authenticate: \(challenge)…\"",
            because: "RFC 6750 §3.1: one name for a client's library, whatever the body says to people.")
    }

    /// Claims that the token is refused since it is spent or its session is over.
    func expectRevoked(_ claim: String, because why: String) throws {
        try expectRefusedToken(claim, error: "token_revoked", because: why)
    }

    /// Claims that a token is refused since it did not come straight from a password.
    func expectNotFresh(_ claim: String, because why: String) throws {
        try expect(claim, status: 401, error: "fresh_token_required", because: why)
        let challenge = #"Bearer realm="jwt-workbook", error="insufficient_user_authentication""#
        try require(
            header("WWW-Authenticate")?.hasPrefix(challenge) == true, "in the words of RFC 9470",
            expected: "WWW-Authenticate: \(challenge)…",
            because: "To a client it says: this token is good, but ask the user for the password once more.")
    }

    /// The number in a member of the body; nil if there is none.
    func integer(_ member: String) -> Int? {
        if case .integer(let number) = object?[member] { number } else { nil }
    }
}

/// The claims of a token, read but not verified.
func claims(of token: String) throws -> JSONObject { try TokenReader().read(token).claims }

/// A claim that is a text; empty if it is none.
func text(_ claim: String, of token: String) throws -> String {
    if case .string(let text) = try claims(of: token)[claim] { text } else { "" }
}

/// A claim that is a whole number; -1 if it is none.
func number(_ claim: String, of token: String) throws -> Int {
    if case .integer(let number) = try claims(of: token)[claim] { number } else { -1 }
}

/// The id of the user whom a token is about.
func subject(of token: String) throws -> String { try text("sub", of: token) }

/// A token with other claims, signed with the server's secret: as if the server had issued it.
func reissued(_ token: String, _ change: (inout JSONObject) -> Void) throws -> String {
    var claims = try claims(of: token)
    change(&claims)
    let input = [#"{"alg":"HS256","typ":"JWT"}"#, claims.json].map { Base64URL.encode(Array($0.utf8)) }
        .joined(separator: ".")
    return try input + "." + Base64URL.encode(Secrets.key().authenticationCode(for: input))
}

/// Now, in whole seconds since 1970.
func secondsNow() -> Int { Int(Date().timeIntervalSince1970) }
