import Foundation
import TestSupport
import Tokens

let product = "claims"

/// Somebody who has logged in.
struct Member: Sendable {
    let username: String
    let id: String
    let token: String
    /// The claims of the token.
    let claims: JSONObject
    /// The answer to the login.
    let entry: Response
}

extension Request {
    static func delete(_ id: String, as member: Member) -> Request {
        Request("DELETE", "/user/\(id)").bearer(member.token)
    }

    static func setRole(of id: String, _ isAdmin: Bool, as member: Member) -> Request {
        Request("PUT", "/user/\(id)/role").bearer(member.token).json([.init("is_admin", .boolean(isAdmin))])
    }
}

extension ServerLesson {
    /// Logs in, which must succeed before anything else can be judged.
    func enter(_ account: Account) async throws -> Member { try await enter(account.username, account.password) }

    func enter(_ username: String, _ password: String = Account.passphrase) async throws -> Member {
        let entry = try await login(username, password)
        try entry.expect("\(username) logs in", status: 200, because: "What follows needs a token.")
        let token = try entry.string("access_token")
        let claims = try TokenReader().read(token).claims
        guard case .string(let id) = claims["sub"] else { throw CannotStart("The token has no text in sub.") }
        return Member(username: username, id: id, token: token, claims: claims, entry: entry)
    }

    /// Registers somebody new and logs in.
    func newMember(_ name: String = "ana") async throws -> Member { try await enter(newAccount(name)) }

    /// Registers somebody new, has them made an admin, and logs in.
    func newAdmin(_ name: String = "adele", by root: Member) async throws -> Member {
        let account = try await newAccount(name)
        try await setRole(of: enter(account).id, true, as: root).expect(
            "\(root.username) makes \(account.username) an admin", status: 200, because: "What follows needs one.")
        return try await enter(account)
    }

    func see(_ id: String, as member: Member) async throws -> Response {
        try await send(Request("GET", "/user/\(id)").bearer(member.token))
    }

    func delete(_ id: String, as member: Member) async throws -> Response {
        try await send(.delete(id, as: member))
    }

    func setRole(of id: String, _ isAdmin: Bool, as member: Member) async throws -> Response {
        try await send(.setRole(of: id, isAdmin, as: member))
    }

    func myInfo(as member: Member) async throws -> Response {
        try await send(Request("GET", "/my-info").bearer(member.token))
    }

    /// Sends a request without a body over a connection of its own, and returns all that comes back but the date.
    func raw(_ method: String, _ path: String, as member: Member) throws -> String {
        let lines = [
            "\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close",
            "Authorization: Bearer \(member.token)",
        ]
        let received = try RawConnection(to: base).exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
        return String(decoding: received, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
            .filter { line in !["date:", "x-request-id:"].contains { line.lowercased().hasPrefix($0) } }
            .joined(separator: "\n")
    }
}

extension Response {
    /// Claims that a request was not fulfilled. How it is refused is the matter of another exercise.
    func expectRefused(_ claim: String, because why: String) throws {
        try require([401, 403, 404].contains(status), claim, expected: "a refusal", because: why)
    }

    /// Claims that somebody known was told that they are not allowed.
    func expectForbidden(_ claim: String, because why: String) throws {
        try expect(claim, status: 403, error: "forbidden", because: why)
    }

    /// Claims that the answer is what others may see of this user.
    func expectUser(_ claim: String, _ id: String, _ username: String, isAdmin: Bool, because why: String) throws {
        try expect(
            claim, status: 200,
            [
                .init("id", .string(id)), .init("username", .string(username)), .init("is_admin", .boolean(isAdmin)),
            ], because: why)
        let stray = (object?.members ?? []).map(\.name).filter { !["id", "username", "is_admin"].contains($0) }
        try require(
            stray.isEmpty, "and holds nothing else", expected: "no \(stray.joined(separator: ", "))",
            because: "What is not sent cannot leak.")
    }
}
