import TestSupport
import Testing
import Tokens

@Suite struct InfoTests {
    @Test("The answer says who one is, and no more", .exercise("protected-routes.4"))
    func answersWhoSomebodyIs() async throws {
        try await judge(server: product) { api in
            let token = try await IssuedToken(api)
            let answer = try await api.myInfo(token.text)
            try answer.expect(
                "GET /my-info answers with the id and the name", status: 200,
                [.init("id", token.claims["sub"] ?? .null), .init("username", .string(token.account.username))],
                because: "It is step 18 of the workflow.")
            try answer.require(
                answer.header("Content-Type") == "application/json", "as JSON",
                expected: "Content-Type: application/json", because: "Clients look there before they parse.")
            let stray =
                answer.object?.members.map(\.name).filter { !["id", "username", "is_admin"].contains($0) } ?? []
            try answer.require(
                stray.isEmpty && !answer.text.contains("scrypt"), "and nothing else",
                expected: "no \(stray.joined(separator: ", "))",
                because: "The record has a password's hash in it; the answer is not the record (lesson 2).")
        }
    }

    @Test("HEAD answers like GET, without a body", .exercise("protected-routes.4"))
    func answersHead() async throws {
        try await judge(server: product) { api in
            let token = try await IssuedToken(api)
            let get = try await api.myInfo(token.text)
            let head = try await api.send(Request("HEAD", "/my-info").bearer(token.text))
            try head.require(
                head.status == 200 && head.body.isEmpty
                    && head.header("Content-Length") == get.header("Content-Length"),
                "HEAD /my-info has the status and the headers of GET",
                expected: "200, Content-Length \(get.body.count), and no body", because: "RFC 9110 §9.3.2.")
        }
    }
}
