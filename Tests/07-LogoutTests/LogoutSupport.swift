import Foundation
import TestSupport
import Testing
import Tokens

let product = "logout"

extension ServerLesson {
    /// Asks who somebody is, with this token.
    func myInfo(_ token: String) async throws -> Response { try await send(Request("GET", "/my-info").bearer(token)) }

    /// Asks to end the session of this token.
    func logOut(_ token: String) async throws -> Response { try await send(Request("POST", "/logout").bearer(token)) }

    /// Logs in, which must succeed, and returns the access token.
    func token(of account: Account) async throws -> String {
        let answer = try await login(account.username, account.password)
        try answer.expect("\(account.username) logs in", status: 200, because: "What follows needs a session.")
        return try answer.string("access_token")
    }

    /// Logs in and out again; both must succeed. Returns the token, which is of no use any more.
    func endedToken(of account: Account) async throws -> String {
        let token = try await token(of: account)
        try await logOut(token).expectLoggedOut("\(account.username) logs out", because: "What follows is about it.")
        return token
    }
}

extension Response {
    /// Claims that a session was ended.
    func expectLoggedOut(_ claim: String, because why: String) throws {
        try expect(claim, status: 200, [.init("message", .string("Logged out."))], because: why)
    }

    /// Claims that the token is refused since its session has ended, and that the header says so to clients that know
    /// OAuth.
    func expectRevoked(_ claim: String, because why: String) throws {
        try expect(claim, status: 401, error: "token_revoked", because: why)
        let challenge = #"Bearer realm="jwt-workbook", error="invalid_token", error_description=""#
        try require(
            header("WWW-Authenticate")?.hasPrefix(challenge) == true, "with a challenge that says invalid_token",
            expected: "WWW-Authenticate: \(challenge)…\"",
            because: "RFC 6750 §3.1: one name for a client's library, whatever the body says to people.")
    }

    /// Claims that the token is good.
    func expectGood(_ claim: String, because why: String) throws { try expect(claim, status: 200, because: why) }
}

/// The claims of a token, read but not verified.
func claims(of token: String) throws -> JSONObject { try TokenReader().read(token).claims }

/// The session that a token belongs to: the claim `sid`.
func session(of token: String) throws -> String { try text("sid", of: token) }

/// The id of the user whose token it is: the claim `sub`.
func user(of token: String) throws -> String { try text("sub", of: token) }

private func text(_ claim: String, of token: String) throws -> String {
    guard case .string(let text) = try claims(of: token)[claim] else { throw CannotStart("The token has no \(claim).") }
    return text
}

/// A token with other claims, signed with the server's secret: as if the server had issued it.
func reissued(_ token: String, _ change: (inout JSONObject) -> Void) throws -> String {
    var claims = try claims(of: token)
    change(&claims)
    let header = #"{"alg":"HS256","typ":"JWT"}"#
    let input = [header, claims.json].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
    return try input + "." + Base64URL.encode(Secrets.key().authenticationCode(for: input))
}

extension DatabaseFile {
    /// How many of these sessions the file holds. It is looked at from outside, after the server has closed it.
    func count(_ sessions: [String]) throws -> Int {
        let bytes = try Data(contentsOf: URL(filePath: path))
        return sessions.count { bytes.range(of: Data($0.utf8)) != nil }
    }
}
