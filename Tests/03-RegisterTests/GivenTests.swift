import Foundation
import TestSupport
import Testing

/// What the lesson gives, whatever the learner writes: manners as a server.
@Suite struct GivenTests {
    @Test("Whatever bytes arrive, the same process goes on serving")
    func survivesHostileBytes() async throws {
        try await judgeRegister { api in
            let host = "Host: 127.0.0.1\r\n"
            let post = "POST /register HTTP/1.1\r\n\(host)Content-Type: application/json\r\n"
            let rows: [(name: String, bytes: String, status: Int?)] = [
                ("nothing", "", nil), ("a word", "hello\r\n\r\n", 400),
                ("a TLS hello", "\u{16}\u{3}\u{1}\u{2}\u{0}\r\n\r\n", 400),
                ("NULs", String(repeating: "\0", count: 5_000), 400),
                ("HTTP/9.9", "GET / HTTP/9.9\r\n\(host)\r\n", 400),
                ("a header without a colon", "GET / HTTP/1.1\r\n\(host)broken\r\n\r\n", 400),
                ("ninety thousand bytes of header", "GET / HTTP/1.1\r\nX: \(many("x", 90_000))\r\n\r\n", 400),
                ("a thousand headers", "GET / HTTP/1.1\r\n\(many("X: y\r\n", 1_000))\r\n", 400),
                ("a negative length", "\(post)Content-Length: -1\r\n\r\n", 400),
                ("two lengths", "\(post)Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
                ("a length and chunks", "\(post)Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
                ("a length without end", "\(post)Content-Length: 99999999999999999999\r\n\r\n", 400),
                ("a promise of a terabyte", "\(post)Content-Length: 1099511627776\r\n\r\n", 413),
                ("chunks without end", "\(post)Transfer-Encoding: chunked\r\n\r\n" + chunks(of: 20_000), 413),
                ("a body that stops", "\(post)Content-Length: 100\r\n\r\n{", nil),
                ("a path of dots", "GET /../../../../etc/passwd HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 404),
                ("a path of NUL", "GET /%00 HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 404),
                ("a broken escape", "GET /%zz HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", 404),
                ("an unknown method", "BREW /register HTTP/1.1\r\n\(host)\r\n", nil),
            ]
            for row in rows {
                let received = try RawConnection(to: api.base).exchange(Array(row.bytes.utf8))
                let answer = String(decoding: received, as: UTF8.self)
                let page = try await api.get("/register")
                try page.expect(
                    "after \(row.name) the server still serves", status: 405,
                    because: "A process that ends takes everybody's requests with it.")
                let isRight = row.status.map { answer.hasPrefix("HTTP/1.1 \($0) ") } ?? true
                try page.require(
                    isRight && !answer.lowercased().contains("swift"),
                    "and it was answered with \(row.status.map(String.init) ?? "whatever it deserves")",
                    expected: "\(row.status ?? 400), not \(answer.prefix(200))",
                    because: "A refusal in order is cheaper than a connection that hangs.")
            }
            let page = try await api.get("/")
            try page.require(
                !api.hasEnded, "all that was one process",
                expected: "the process that was started", because: "A restart would have hidden the crash.")
        }
    }

    private func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    private func chunks(of bytes: Int) -> String {
        many("3e8\r\n\(many("x", 1_000))\r\n", bytes / 1_000) + "0\r\n\r\n"
    }

    @Test("When too many wait for a hash the next is told to come back, and everything else goes on")
    func refusesWhatItCannotHash() async throws {
        try await judgeOwnRegister { start in
            let api = try start(["SCRYPT_LOG2_N": "17"])
            let body = #"{"username":"crowd","password":"\#(Account.passphrase)"}"#
            let bytes = Array(
                ("POST /register HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)").utf8)
            let places = 128 + ProcessInfo.processInfo.activeProcessorCount
            let crowd = try (0..<places + 40).map { _ in try Guest(RawConnection(to: api.base)) }
            for guest in crowd { guest.connection.transmit(bytes) }
            let page = try await api.get("/")
            try page.expect(
                "\(crowd.count) clients register at once, and the page is served", status: 200,
                because: "A hash takes half a second of a core. It must not take the threads that answer requests.")
            let answer = await firstRefusal(of: crowd)
            try page.require(
                answer.hasPrefix("HTTP/1.1 503 ") && answer.contains(#""error":"overloaded""#)
                    && answer.lowercased().contains("\r\nretry-after: "),
                "one client too many hears at once when to come back", expected: "503 with Retry-After, not \(answer)",
                because: "Each hash takes 128 MiB. A queue without an end ends in the memory of the machine.")
        }
    }

    /// A client that waits for its answer.
    private final class Guest: Sendable {
        let connection: RawConnection
        init(_ connection: consuming RawConnection) { self.connection = connection }
    }

    private func firstRefusal(of crowd: [Guest]) async -> String {
        let deadline = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < deadline {
            for guest in crowd {
                let answer = String(decoding: guest.connection.receiveNow(), as: UTF8.self)
                if answer.contains(" 503 ") { return answer }
            }
            await Task.yield()
        }
        return "nothing of the kind within ten seconds"
    }

    @Test("GET / is a page that says what runs here, and does no harm")
    func servesAPage() async throws {
        try await judgeRegister { api in
            // A service in a container has none.
            guard api.process != nil else { return }
            let page = try await api.get("/")
            try page.expect("there is a page", status: 200, because: "Somebody will open it in a browser.")
            try page.require(
                page.header("Content-Type") == "text/html; charset=utf-8" && page.text.contains("\(api.base)/register"),
                "with a command to try", expected: "HTML with \(api.base)/register",
                because: "The first step should be one that can be copied.")
            try page.require(
                page.header("Content-Security-Policy")?.contains("default-src 'none'") == true
                    && page.header("X-Content-Type-Options") == "nosniff",
                "and the browser is told to run nothing in it", expected: "Content-Security-Policy and nosniff",
                because: "What a page does not need it should not be allowed.")
            let hostile = try await api.send(Request("GET", "/").header("Host", "<script>alert(1)</script>"))
            try hostile.require(
                !hostile.text.contains("<script>"), "what a stranger writes in Host is not run either",
                expected: "no element script", because: "Text from a request is escaped wherever it lands in a page.")
        }
    }

    @Test("The banner names version, accounts and address, and the process stops when it is asked to")
    func startsAndStopsInOrder() async throws {
        try await judgeOwnRegister { start in
            for signal in [SIGTERM, SIGINT] {
                let api = try start([:])
                let page = try await api.get("/")
                let banner = api.banner
                try page.require(
                    banner.hasPrefix("register: ") && banner.hasSuffix("\nlistening on \(api.base)\n")
                        && banner.contains("accounts: :memory:") && !banner.contains(Secrets.base64),
                    "the banner says what runs, and where, in its last line", expected: "a banner, not\n\(banner)",
                    because: "Programs that start this one wait for that line.")
                let status = api.stop(with: signal, within: .seconds(1))
                try page.require(
                    status == 0, "signal \(signal) ends it within a second",
                    expected: "exit status 0, not \(status.map(String.init) ?? "none")",
                    because: "What does not stop when asked is killed, with requests half done.")
            }
        }
    }

    @Test("Every flaw is listed with the exercise that prevents it")
    func listsItsFlaws() async throws {
        try await judgeOwnRegister { start in
            let answer = try CommandLineLesson("register", start([:]).trial).run(exactly: ["--flaws"])
            try answer.require(
                !answer.lines.isEmpty && answer.lines.allSatisfy { $0.split(separator: "\t").count == 3 },
                "--flaws prints name, exercise and summary, a line each", expected: "lines of three columns",
                because: "The companion and the chapter's reader both go by this list.")
        }
    }
}
