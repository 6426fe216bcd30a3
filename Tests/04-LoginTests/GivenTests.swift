import Foundation
import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes: manners in HTTP, and a process that lives on.
@Suite struct GivenTests {
    @Test("A body that is no name and password is refused as unreadable")
    func refusesUnreadableBodies() async throws {
        try await judge(server: product) { api in
            let rows = [
                ("", "nothing"), ("{", "half an object"), ("[]", "a list"), ("null", "null"), (#""ana""#, "a text"),
                ("{}", "no members"), (#"{"username":"ana"}"#, "no password"), (#"{"password":"x"}"#, "no name"),
                (#"{"username":"ana","password":7}"#, "a number for a password"),
                (#"{"username":null,"password":"x"}"#, "null for a name"),
                (#"{"username":["ana"],"password":"x"}"#, "a list for a name"),
                (#"{"username":"ana","password":"x","password":"y"}"#, "two passwords"),
                (#"{"username":"ana","password":"x"} {}"#, "something behind it"),
                (#"{"username":"ana","password":"\ud800"}"#, "half a character"),
                (String(repeating: "[", count: 10_000), "ten thousand brackets"),
            ]
            for (body, name) in rows {
                try await api.send(Request("POST", "/login").body(body, type: "application/json")).expect(
                    "\(name) is 400", status: 400, error: "invalid_request",
                    because: "What cannot be read is not guessed at.")
            }
        }
    }

    @Test("Only JSON is read, and 16 KiB of it at the most")
    func refusesOtherTypesAndSizes() async throws {
        try await judge(server: product) { api in
            let body = #"{"username":"zoe","password":"\#(wrongPassphrase)"}"#
            for type in [nil, "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "application/"] {
                let raw = try api.raw(
                    RawRequest(
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + (type.map { "Content-Type: \($0)\r\n" } ?? "")
                            + "Content-Length: \(body.utf8.count)\r\n\r\n" + body))
                try await api.get("/").require(
                    raw.first?.contains(" 415 ") == true && raw.last?.contains("unsupported_media_type") == true,
                    "a body of type \(type ?? "none") is 415", expected: "415 unsupported_media_type, not \(raw)",
                    because: "A form on a stranger's page can send text/plain, but not JSON, without asking.")
            }
            try await api.send(Request("POST", "/login").body(body, type: "Application/JSON; charset=utf-8"))
                .expectNoEntry(
                    "capitals and a charset are no obstacle",
                    because: "Media types are compared without regard to case.")
            let padding = String(repeating: " ", count: 16 * 1024 - body.utf8.count)
            try await api.send(Request("POST", "/login").body(body + padding, type: "application/json")).expectNoEntry(
                "16 KiB are read", because: "That is the limit.")
            try await api.send(Request("POST", "/login").body(body + padding + " ", type: "application/json")).expect(
                "one byte more is 413", status: 413, error: "content_too_large",
                because: "Without a limit, a single request can fill the memory.")
        }
    }

    @Test("A path or method that is not there is refused in the one form")
    func answersOtherPathsAndMethods() async throws {
        try await judge(server: product) { api in
            for method in ["GET", "PUT", "DELETE", "PATCH"] {
                let answer = try await api.send(Request(method, "/login"))
                try answer.expect(
                    "\(method) /login is 405", status: 405, error: "method_not_allowed",
                    because: "The path is there; the method is not.")
                try answer.require(
                    answer.header("Allow") == "POST", "and says what would be allowed", expected: "Allow: POST",
                    because: "RFC 9110 §15.5.6 requires it.")
            }
            let head = try await api.send(Request("HEAD", "/login"))
            try head.require(
                head.status == 405 && head.body.isEmpty, "HEAD /login answers like GET, without a body",
                expected: "405 and nothing", because: "RFC 9110 §9.3.2.")
            for path in ["/logins", "/login/ana", "/LOGIN", "/log-in"] {
                try await api.send(Request("POST", path).json([])).expect(
                    "\(path) is 404", status: 404, error: "not_found",
                    because: "This server has no such path.")
            }
            try await api.send(Request("GET", "/login?username=ana&password=x")).expect(
                "a password in the query is not read", status: 405, error: "method_not_allowed",
                because: "URLs end up in histories and logs.")
        }
    }

    @Test("Bytes that are no HTTP neither stop the server nor change it")
    func survivesHostileBytes() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            var random = SeededGenerator()
            let noise = (0..<512).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let body = #"{"username":"\#(account.username)","password":"\#(account.password)"}"#
            let hostile: [RawRequest] = [
                .init(noise), .init([UInt8](repeating: 0, count: 4_096)), .init("\r\n\r\n\r\n"),
                .init("POST /login HTTP/9.9\r\n\r\n"), .init("POST  /login HTTP/1.1\r\n\r\n"),
                .init("POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"),
                .init("POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n"),
                .init("POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nContent-Length: 11\r\n\r\n{}"),
                .init("POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"),
                .init("POST /%ff%00/../login HTTP/1.1\r\nHost: a\r\n\r\n"),
                .init("GET /\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
                .login(body, "X: \(String(repeating: "y", count: 40_000))"),
                .init(RawRequest.login(body).bytes.dropLast(20)),
                .login("\u{0}\u{1}\u{7f}"), .init(RawRequest.login("{\"username\":\"").bytes + [0xFF, 0xC0, 0x80]),
            ]
            for request in hostile { _ = try api.raw(request) }
            try await api.login(account.username).expect(
                "after \(hostile.count) kinds of nonsense a login is answered as before", status: 200,
                because: "One stranger's bytes must not end the service for everybody.")
            try await api.get("/").require(
                !api.hasEnded,
                "by the same process", expected: "the process that was started",
                because: "A restart would hide a crash.")
        }
    }

    @Test("The page and the banner say what runs here, and nothing secret")
    func showsAPage() async throws {
        try await judge(ownServer: product) { start in
            let api = try start([:])
            let page = try await api.get("/")
            try page.require(
                page.status == 200 && page.header("Content-Type")?.hasPrefix("text/html") == true
                    && page.text.contains("/login"),
                "GET / is a page with a login to try", expected: "200 and a page that names /login",
                because: "Whoever starts a lesson wants to see that it runs.")
            let head = try await api.send(Request("HEAD", "/"))
            try head.require(
                head.status == 200 && head.body.isEmpty, "HEAD / answers like GET", expected: "200 and nothing",
                because: "RFC 9110 §9.3.2.")
            let banner = api.banner
            try page.require(
                banner.hasSuffix("listening on \(api.base)\n") && banner.contains("/login"),
                "the banner ends with the address", expected: "listening on \(api.base) in the last line",
                because: "Programs wait for that line, and people copy it.")
            try page.require(
                banner.contains("JWT_SECRET") && !banner.contains(Secrets.base64),
                "and says where the secret comes from, not what it is", expected: "JWT_SECRET without its value",
                because: "What is on the screen is in the next screenshot.")
        }
    }
}
