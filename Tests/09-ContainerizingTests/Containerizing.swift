import Foundation
import TestSupport
import Tokens

let product = "containerizing"

extension ServerLesson {
    /// Logs in and takes the access token.
    ///
    /// - Throws: a ``ClaimFailure`` if there is none.
    func token(of account: Account) async throws -> String {
        try await login(account.username).string("access_token")
    }

    func myInfo(_ token: String) async throws -> Response { try await send(Request("GET", "/my-info").bearer(token)) }

    /// Asks until the answer has this status, or three seconds have passed.
    func get(_ path: String, until status: Int) async throws -> Response {
        let deadline = ContinuousClock.now + .seconds(3)
        while true {
            let answer = try await get(path)
            if answer.status == status || ContinuousClock.now > deadline { return answer }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}

extension Answer {
    /// Claims that the program did not start, and named the variable that is wrong without its value.
    func expectRefusal(of variable: String, _ claim: String? = nil) throws {
        try require(
            status == 78 && complaint.contains(variable), claim ?? "\(variable) is refused by name",
            expected: "exit status 78 and a sentence that names \(variable)",
            because: "Whoever starts a container sees its log, and nothing else.")
        try require(
            !complaint.contains(Secrets.base64) && !complaint.contains(shortSecret),
            "without repeating what is secret", expected: "a sentence without the value",
            because: "Logs are copied, kept for years and read by many.")
    }
}

/// Four bytes in base64: too short to sign with.
let shortSecret = "am9zZQ=="

/// The bytes of a request with a JSON body.
func rawRequest(_ path: String, _ members: [JSONObject.Member]) -> [UInt8] {
    let body = JSONObject(members).json
    let head = [
        "POST \(path) HTTP/1.1", "Host: localhost", "Content-Type: application/json",
        "Content-Length: \(body.utf8.count)", "Connection: close", "", "",
    ]
    return Array((head.joined(separator: "\r\n") + body).utf8)
}

/// A name and a password, as `/register` and `/login` take them.
func credentials(_ name: String) -> [JSONObject.Member] {
    [.init("username", .string(name)), .init("password", .string(Account.passphrase))]
}
