import Foundation
import TestSupport
import Testing
import Tokens

let product = "login"

/// A password that is nobody's.
let wrongPassphrase = "this is not the password"

extension Response {
    /// The claims of the access token in it, read but not verified.
    ///
    /// - Throws: a ``ClaimFailure`` if there is none that can be read.
    func accessToken() throws -> UnverifiedToken {
        let text = try string("access_token")
        let token = try? TokenReader().read(text)
        try require(
            token != nil, "the access token is a token",
            expected: "three parts in base64url, the first two JSON objects",
            because: "Whoever gets it must be able to read it.")
        return try token ?? TokenReader().read(text)
    }

    /// Claims that it is what a stranger and a wrong password get.
    func expectNoEntry(_ claim: String, because why: String) throws {
        try expect(claim, status: 401, error: "invalid_credentials", because: why)
    }

    /// Claims that it tells to wait, and for how long.
    func expectThrottled(_ claim: String, window: Int, because why: String) throws {
        try expect(claim, status: 429, error: "too_many_attempts", because: why)
        let seconds = header("Retry-After").flatMap { Int($0) } ?? 0
        try require(
            (1...window).contains(seconds), "and says for how many seconds to wait",
            expected: "Retry-After from 1 to \(window)", because: "A client that is not told asks again at once.")
    }
}

/// Now, in whole seconds since 1970.
func secondsNow() -> Int { Int(Date().timeIntervalSince1970) }
