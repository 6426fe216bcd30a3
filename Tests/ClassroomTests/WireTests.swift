import Foundation
import TestSupport
import Testing
import Tokens

/// What a page hears of its requests.
@Suite struct WireTests {
    static let passphrase = "seventeen geese above the harbour"

    @Test("A page hears of its own requests, step by step, without passwords and signatures")
    func tellsAPageOfItsOwnRequests() async throws {
        try await judge(ownServer: "protected-routes") { start in
            let api = try start([:])
            let account = [JSONObject.Member("username", .string("ana")), .init("password", .string(Self.passphrase))]
            _ = try await api.send(Request("POST", "/register").json(account))
            let (mine, other) = (Channel(), Channel())
            let (listener, stranger) = (try mine.listen(to: api), try other.listen(to: api))
            #expect(await listener.hears("retry: 1000"))
            #expect(await stranger.hears("retry: 1000"))

            let login = try await api.send(mine.request(Request("POST", "/login").json(account), number: 1))
            let token = try login.string("access_token")
            let info = try await api.send(mine.request(Request("GET", "/my-info").bearer(token), number: 2))
            try info.expect("the requests are answered", status: 200, because: "Being watched changes nothing.")
            try info.require(
                await listener.hears(#""exchange":2,"milliseconds""#), "the page hears of both",
                expected: "events up to the second answer, not \(listener.heard)", because: "It draws them.")

            let steps = listener.events.compactMap { $0["step"]?.text }
            try info.require(
                steps == ["credentials-checked", "token-minted", "token-found", "token-verified", "user-loaded"],
                "and of each step inside the API", expected: "five steps, not \(steps)", because: "They are the lesson."
            )
            let signature = token.split(separator: ".").last ?? ""
            try info.require(
                !listener.heard.contains(Self.passphrase) && !listener.heard.contains(signature)
                    && listener.heard.contains("••••••••"),
                "but neither the passphrase nor a signature is in it", expected: "masks",
                because: "What is never kept cannot leak.")
            _ = try await api.send(other.request(Request("GET", "/my-info"), number: 7))
            #expect(await stranger.hears(#""exchange":7,"milliseconds""#))
            try info.require(
                !stranger.heard.contains(#""exchange":2"#) && !listener.heard.contains(#""exchange":7"#),
                "and no page hears of another's", expected: "each its own", because: "There may be two at once.")
        }
    }

    @Test("Whatever is sent in place of a password or a token, nothing of it is kept")
    func masksWhateverItCannotRead() async throws {
        try await judge(ownServer: "protected-routes") { start in
            let api = try start([:])
            let secret = "correct-horse-battery"
            let bodies = [
                #"{"username":"ana","password":{"deep":"\#(secret)"}}"#, #"{"Password":["\#(secret)"]}"#,
                #"{"password":"\#(secret)","password":"\#(secret)"}"#, #"{"password":"\#(secret)"#,
                #"["\#(secret)"]"#, "username=ana&password=\(secret)", #"{"refresh_token":"\#(secret)"}"#,
                #"{"a":[{"new_password":"\#(secret)"}]}"#,
            ]
            let headers = [
                ("Authorization", "Bearer \(secret)"), ("Authorization", secret), ("Authorization", "Basic \(secret)"),
                ("Authorization", "Bearer a.b.\(secret)"), ("Authorization", "Bearer a.b.c.\(secret)"),
                ("Cookie", "session=\(secret)"), ("X-Api-Key", secret),
            ]
            let requests =
                bodies.map { Request("POST", "/login").body($0, type: "application/json") }
                + headers.map { Request("GET", "/my-info").header($0.0, $0.1) }
                + [Request("GET", "/my-info?access_token=\(secret)")]
            let channel = Channel()
            let listener = try channel.listen(to: api)
            #expect(await listener.hears("retry: 1000"))
            for (number, request) in requests.enumerated() {
                let answer = try await api.send(channel.request(request, number: number))
                try answer.require(
                    await listener.hears(#""exchange":\#(number),"milliseconds""#) && !listener.heard.contains(secret),
                    "request \(number) is told of without its secret", expected: "no \(secret)",
                    because: "A log that is careful with good requests only leaks with the first bad one.")
            }
        }
    }

    @Test("A reader that comes back hears what it has missed, no more than is kept")
    func remembersALittle() async throws {
        try await judge(ownServer: "protected-routes") { start in
            let api = try start([:])
            let channel = Channel()
            let unheard = try await api.send(channel.request(Request("GET", "/my-info"), number: 1))
            let first = try channel.listen(to: api)
            #expect(await first.hears("retry: 1000"))
            for number in 2...100 {
                _ = try await api.send(channel.request(Request("GET", "/my-info"), number: number))
            }
            let second = try channel.listen(to: api, after: 4)
            try unheard.require(
                await second.hears(#""exchange":100,"milliseconds""#), "what was missed is told again",
                expected: "the hundredth answer", because: "Connections break.")
            let exchanges = second.events.compactMap { $0["exchange"] }
            try unheard.require(
                !exchanges.contains(.integer(1)) && !exchanges.contains(.integer(2)) && second.events.count <= 200,
                "but not from before anybody listened, and not without end",
                expected: "200 events at most, not \(second.events.count)", because: "Memory is finite.")
        }
    }

    @Test("An open stream does not keep a server from stopping within a second, and pages cannot use it up")
    func letsTheServerGo() async throws {
        try await judge(ownServer: "protected-routes") { start in
            let api = try start([:])
            var listeners: [Listener] = []
            for _ in 0..<16 {
                let listener = try Channel().listen(to: api)
                #expect(await listener.hears("retry: 1000"))
                listeners.append(listener)
            }
            let late = try Channel().listen(to: api)
            let isRefused = await late.hears("\r\n\r\n{") && late.heard.hasPrefix("HTTP/1.1 503 ")
            let page = try await api.get("/")
            try page.require(
                isRefused, "the seventeenth page at once is told to come back", expected: "503, not \(late.heard)",
                because: "What is kept for pages must end somewhere.")
            for name in ["short", String(repeating: "a", count: 42) + "!", String(repeating: "a", count: 44)] {
                let answer = try await api.get("/workbook/wire/\(name)")
                try answer.expect(
                    "\(name) is no channel", status: 404, error: "not_found", because: "It is too easy to guess.")
            }
            let status = api.stop(within: .seconds(1))
            try page.require(
                status == 0, "and SIGTERM ends the server at once",
                expected: "exit status 0, not \(status.map(String.init) ?? "none")",
                because: "A save restarts the lesson while the page is open.")
        }
    }
}
