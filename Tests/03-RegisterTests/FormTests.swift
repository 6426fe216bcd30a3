import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes: the form of requests and answers.
@Suite struct FormTests {
    @Test("A body must say that it is JSON")
    func refusesOtherMediaTypes() async throws {
        try await judgeRegister { api in
            let body = #"{"username":"\#(Account.unique("ana"))","password":"\#(Account.passphrase)"}"#
            let refused = [
                nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonp", "application",
                "text/json", "json", "application/json, text/plain", "application / json",
            ]
            for type in refused {
                try await api.register(body: body, type: type).expect(
                    "a body declared as \(type ?? "nothing") is refused", status: 415, error: "unsupported_media_type",
                    because: "A form on a stranger's page can send text/plain to any site; JSON it cannot.")
            }
            try await api.register(body: body, type: "Application/JSON ; charset=utf-8").expect(
                "capitals and a parameter do no harm", status: 201, because: "RFC 9110 §8.3.1 allows both.")
        }
    }

    @Test("A body has room for 16 KiB and no more")
    func boundsTheBody() async throws {
        try await judgeRegister { api in
            func body(of bytes: Int) -> String {
                let start = #"{"username":"\#(Account.unique("ana"))","password":"\#(Account.passphrase)","padding":""#
                return start + String(repeating: "x", count: bytes - start.utf8.count - 2) + #""}"#
            }
            try await api.register(body: body(of: 16_384)).expect(
                "16,384 bytes are taken", status: 201, because: "API.md says: up to 16 KiB.")
            for bytes in [16_385, 1_000_000] {
                try await api.register(body: body(of: bytes)).expect(
                    "\(bytes) are refused", status: 413, error: "content_too_large",
                    because: "Memory is given out by the request; a bound keeps one client from taking it all.")
            }
        }
    }

    @Test("A body that is no JSON object, or says one thing twice, is 400")
    func refusesBodiesThatAreNoObject() async throws {
        try await judgeRegister { api in
            let name = Account.unique("ana")
            let good = #""username":"\#(name)","password":"\#(Account.passphrase)""#
            let bodies = [
                "", " ", "ana", "null", "[]", "7", "\"ana\"", "{", "{\(good)", "{\(good)}}", "{\(good)} extra",
                "[{\(good)}]", "{\(good),}", "{'username':'\(name)'}", "username=\(name)", "\u{feff}{\(good)}",
                #"{"username":"root",\#(good)}"#, #"{"us\u0065rname":"root",\#(good)}"#,
                #"{\#(good),"a":\#(String(repeating: "[", count: 5_000))"#, #"{\#(good),"a":"\ud800"}"#,
                #"{\#(good),"a":1e999}"#, #"{\#(good),"a":{"b":1,"b":2}}"#,
            ]
            for body in bodies {
                try await api.register(body: body).expect(
                    "the body \(body.prefix(40)) is refused", status: 400, error: "invalid_request",
                    because: "Two programs that read one text differently are a hole between them.")
            }
            var binary = Request("POST", "/register").header("Content-Type", "application/json")
            binary.body = Array("{\"username\":\"".utf8) + [0xFF, 0xFE, 0xC0, 0x80] + Array("\",\(good)}".utf8)
            try await api.send(binary).expect(
                "bytes that are no UTF-8 are refused", status: 400, error: "invalid_request",
                because: "RFC 8259 §8.1: JSON is UTF-8.")
            try await api.register(name).expect(
                "and the name is still free", status: 201, because: "A refused request leaves nothing behind.")
        }
    }

    @Test("Of several things that are wrong, the first in order is told")
    func ordersItsRefusals() async throws {
        try await judgeRegister { api in
            let account = try await api.newAccount()
            let large = String(repeating: " ", count: 20_000)
            func of(_ name: String, _ password: String) -> String {
                #"{"username":"\#(name)","password":"\#(password)"}"#
            }
            let rows: [(body: String, type: String, status: Int, code: String)] = [
                (large, "text/plain", 415, "unsupported_media_type"),
                (large, "application/json", 413, "content_too_large"),
                (#"{"username":"-"}"#, "application/json", 400, "invalid_request"),
                (of(account.username, "short"), "application/json", 422, "weak_password"),
                (of(account.username, account.password), "application/json", 409, "username_taken"),
            ]
            for row in rows {
                try await api.register(body: row.body, type: row.type).expect(
                    "\(row.code) comes first", status: row.status, error: row.code,
                    because: "One order for everybody: form before rules, rules before what the database says.")
            }
        }
    }

    @Test("A wrong path is 404, a wrong method is 405 and names the right ones")
    func answersWrongPathsAndMethods() async throws {
        try await judgeRegister { api in
            let nowhere = ["/nowhere", "/Register", "/register/ana", "/register.php", "/.git/config", "/%2e%2e/etc"]
            for path in nowhere {
                for method in ["GET", "POST", "DELETE"] {
                    try await api.send(Request(method, path)).expect(
                        "\(method) \(path) is 404", status: 404, error: "not_found",
                        because: "In lesson 3 there is one endpoint and a page.")
                }
            }
            let rows = ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"].map { ($0, "/register", "POST") }
            let page = [("POST", "/", "GET, HEAD"), ("DELETE", "/", "GET, HEAD")]
            for (method, path, allowed) in rows + (api.process == nil ? [] : page) {
                let answer = try await api.send(Request(method, path))
                try answer.expect(
                    "\(method) \(path) is 405", status: 405, error: "method_not_allowed",
                    because: "Here is something, but not for this method.")
                try answer.require(
                    answer.header("Allow") == allowed, "and Allow says which are", expected: "Allow: \(allowed)",
                    because: "RFC 9110 §15.5.6 demands it.")
            }
        }
    }

    @Test("HEAD is answered like GET, without the body")
    func answersHeadLikeGet() async throws {
        try await judgeRegister { api in
            for (path, status) in [("/nowhere", 404), ("/register", 405)] + (api.process == nil ? [] : [("/", 200)]) {
                let get = try await api.get(path)
                let head = try await api.send(Request("HEAD", path))
                try head.require(
                    head.status == status && get.status == status && head.body.isEmpty && !get.body.isEmpty
                        && head.header("Content-Type") == get.header("Content-Type"),
                    "HEAD \(path) is \(status) with the headers of GET and no body", expected: "\(status) and no body",
                    because: "RFC 9110 §9.3.2. Monitors and link checkers ask in this way.")
            }
        }
    }
}
