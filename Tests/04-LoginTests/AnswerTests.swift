import TestSupport
import Testing
import Tokens

@Suite struct AnswerTests {
    @Test("The answer is the token response of OAuth 2.0", .exercise("login.4"))
    func answersWithTheTokenResponse() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            try answer.expect(
                "a login answers with the token, its type and its lifetime in seconds", status: 200,
                [.init("token_type", .string("Bearer")), .init("expires_in", .integer(900))],
                because: "RFC 6749 §5.1: names that every client library knows.")
            try answer.require(
                !answer.string("access_token").isEmpty && answer.header("Content-Type") == "application/json",
                "in JSON", expected: "Content-Type: application/json and a text member access_token",
                because: "That is what the request was for.")
            let known = ["access_token", "token_type", "expires_in", "refresh_token", "refresh_expires_in"]
            let stray = (answer.object?.members ?? []).map(\.name).filter { !known.contains($0) }
            try answer.require(
                stray.isEmpty && !answer.text.contains("scrypt") && !answer.text.contains(account.password),
                "and it holds no hash, no password and nothing else", expected: "the token response alone",
                because: "What is not sent cannot leak.")
        }
    }

    @Test("No cache on the way may keep the answer", .exercise("login.4"))
    func forbidsStoring() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            try answer.require(
                answer.header("Cache-Control") == "no-store", "the answer with the token must not be stored",
                expected: "Cache-Control: no-store",
                because: "A cache that keeps a token hands it to the next who asks.")
        }
    }

    @Test("The answer tells the configured lifetime", .exercise("login.4"))
    func tellsTheConfiguredLifetime() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["ACCESS_TOKEN_LIFETIME": "61"])
            let account = try await api.newAccount()
            try await api.login(account.username).expect(
                "with ACCESS_TOKEN_LIFETIME=61 it says sixty-one seconds", status: 200,
                [.init("expires_in", .integer(61))],
                because: "A client plans by it: told too much, it sends tokens that have ended.")
        }
    }
}
