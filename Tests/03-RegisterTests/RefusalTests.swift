import TestSupport
import Testing
import Tokens

@Suite struct RefusalTests {
    @Test("Every refusal has one body: a code for programs, a sentence for people", .exercise("register.4"))
    func hasOneErrorBody() async throws {
        try await judgeRegister { api in
            let account = try await api.newAccount()
            func post(_ body: String, type: String = "application/json") -> Request {
                Request("POST", "/register").body(body, type: type)
            }
            let requests: [(Request, Int, String)] = [
                (Request("GET", "/no-such-place"), 404, "not_found"),
                (Request("GET", "/register"), 405, "method_not_allowed"),
                (post("{}", type: "text/plain"), 415, "unsupported_media_type"),
                (post(String(repeating: " ", count: 16_385)), 413, "content_too_large"),
                (post("{"), 400, "invalid_request"),
                (post("{}"), 400, "invalid_request"),
                (post(body("-", account.password)), 422, "invalid_username"),
                (post(body("ana", "short")), 422, "weak_password"),
                (post(body(account.username, account.password)), 409, "username_taken"),
            ]
            for (request, status, code) in requests {
                let answer = try await api.send(request)
                try answer.expect(
                    "\(request.method) \(request.path) can be \(status) \(code)", status: status, error: code,
                    because: "A client that must know five kinds of bodies handles none of them well.")
                try answer.require(
                    Set(answer.object?.members.map(\.name) ?? []) == ["error", "message"]
                        && answer.header("Content-Type") == "application/json",
                    "with error and message in its body, as JSON", expected: #"{"error":"\#(code)","message":"…"}"#,
                    because: "One shape, always: that is what a client can rely on.")
                try answer.require(
                    try answer.string("message") != code && answer.string("message").contains(" "),
                    "and the message is a sentence", expected: "words for a person, not \(code) once more",
                    because: "The code is for programs and never changes. The sentence tells a person what to do.")
            }
        }
    }

    @Test("No refusal tells what the server is made of", .exercise("register.4"))
    func leaksNothing() async throws {
        try await judgeRegister { api in
            let account = try await api.newAccount()
            let canary = "c4n4ry"
            let bodies = [
                #"{"username":7,"password":"x"}"#, #"{"username":{"a":1}}"#, "{", #"{"\#(canary)"#,
                #"{"\#(canary)":1,"\#(canary)":2}"#, #"{"username":"\#(canary)!","password":"\#(canary)"}"#,
                body("'; DROP TABLE user; --", "x"), body(account.username, account.password),
            ]
            let words = [
                "swift", "decod", "codingkey", "sqlite", "unique", "constraint", "insert", "select ", "grdb",
                "jsonerror",
                "serviceerror", "hummingbird", "traceback", "exception", "sources/", account.password, canary,
            ]
            for body in bodies {
                let answer = try await api.register(body: body)
                let told = words.first { answer.text.lowercased().contains($0) }
                try answer.require(
                    told == nil && (400..<500).contains(answer.status),
                    "the answer to \(body.prefix(50)) tells nothing of the inside",
                    expected: "a refusal" + (told.map { " without “\($0)”" } ?? ""),
                    because: "Names of types, tables and files are a map for whoever wants in, and what was sent may "
                        + "be a password in the wrong place. The log has the cause.")
            }
        }
    }

    private func body(_ username: String, _ password: String) -> String {
        #"{"username":"\#(username)","password":"\#(password)"}"#
    }
}
