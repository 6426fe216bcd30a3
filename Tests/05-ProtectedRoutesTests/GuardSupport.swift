import Foundation
import TestSupport
import Testing
import Tokens

let product = "protected-routes"

/// Now, in whole seconds since 1970.
func secondsNow() -> Int { Int(Date().timeIntervalSince1970) }

extension ServerLesson {
    /// Asks who somebody is, with this token.
    func myInfo(_ token: String) async throws -> Response { try await send(Request("GET", "/my-info").bearer(token)) }

    /// Sends the text over a connection of its own, and returns what comes back.
    func raw(_ request: String) throws -> String {
        String(decoding: try RawConnection(to: base).exchange(Array(request.utf8)), as: UTF8.self)
    }
}

extension Response {
    /// Claims that the answer asks for a token, and speaks of no error: none was made.
    func expectChallenge(_ claim: String, because why: String) throws {
        try expect(claim, status: 401, error: "authorization_required", because: why)
        try require(
            header("WWW-Authenticate") == #"Bearer realm="jwt-workbook""#, "with a challenge that names no error",
            expected: #"WWW-Authenticate: Bearer realm="jwt-workbook""#,
            because: "RFC 6750 §3.1: whoever sent no token has not made a mistake with one.")
    }

    /// Claims that the token is refused with this code, and that the header says so to clients that know OAuth.
    func expectRefusedToken(_ claim: String, error code: String = "invalid_token", because why: String) throws {
        try expect(claim, status: 401, error: code, because: why)
        let challenge = #"Bearer realm="jwt-workbook", error="invalid_token", error_description=""#
        try require(
            header("WWW-Authenticate")?.hasPrefix(challenge) == true, "with a challenge that says invalid_token",
            expected: "WWW-Authenticate: \(challenge)…\"",
            because: "RFC 6750 §3.1: one name for a client's library, whatever the body says to people.")
    }

    /// Claims that this is about the user with this name.
    func expectInfo(of account: Account, _ claim: String, because why: String) throws {
        try expect(claim, status: 200, [.init("username", .string(account.username))], because: why)
    }
}
