import Foundation
import TestSupport
import Testing
import Tokens

/// The page as a server gives it, without a browser.
@Suite struct PageTests {
    @Test("The page is for this machine alone: another name in Host, or a server for others, gets none of it")
    func isForThisMachineAlone() async throws {
        try await judge(ownServer: "login") { start in
            let api = try start([:])
            let port = api.base.split(separator: ":").last ?? ""
            let files = ["/", "/workbook/main.js", "/workbook/lesson", "/workbook/wire/\(Channel().name)"]
            for host in ["localhost", "LOCALHOST:\(port)", "127.0.0.1:\(port)", "127.1.2.3", "[::1]:\(port)"] {
                let page = try await api.send(Request("GET", "/").header("Host", host))
                try page.expect("\(host) is this machine", status: 200, because: "People call it by many names.")
            }
            let strangers = [
                "example.com", "127.example.com", "127.0.0.1.example.com", "localhost.example.com",
                "127.0.0.1@example.com",
                "[::1].example.com", "128.0.0.1", "127.0.0.1:port", "127.0.0", "",
            ]
            for (host, path) in strangers.flatMap({ host in files.map { (host, $0) } }) {
                let refused = try await api.send(Request("GET", path).header("Host", host))
                try refused.expect(
                    "\(path) is refused to “\(host)”", status: 403, error: "forbidden",
                    because:
                        "A stranger's name may point to 127.0.0.1: then the stranger's scripts would count as ours.")
            }
            let open = try start(["HOST": "0.0.0.0"])
            let local = open.base.replacing("0.0.0.0", with: "127.0.0.1")
            let answer = try RawConnection(to: local).exchange(Array(Self.plain("/").utf8))
            #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 403 "))
        }
    }

    @Test("Browsers are told to run nothing but the page's own files, and to let no other site near it")
    func saysWhatIsAllowed() async throws {
        try await judge(ownServer: "login") { start in
            let api = try start([:])
            let page = try await api.get("/")
            let policy = page.header("Content-Security-Policy") ?? ""
            let wanted = [
                "default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
            ]
            try page.require(
                wanted.allSatisfy(policy.contains) && !policy.contains("unsafe"), "the policy is strict",
                expected: wanted.joined(separator: "; "), because: "A script that is let in has the token.")
            try page.require(
                !page.text.contains("<script>") && !page.text.contains("style=") && !page.text.contains("onclick"),
                "and the page keeps to it", expected: "nothing inline", because: "Else the browser would drop it.")
            let names = page.text.matches(of: /\/workbook\/([a-z]+\.[a-z]+)/).map { String($0.1) }
            try page.require(
                names.count > 4, "the page names its files", expected: "more than four", because: "They follow.")
            for name in names {
                let file = try await api.get("/workbook/\(name)")
                try file.expect("\(name) is there", status: 200, because: "The page needs it.")
                try file.require(
                    file.header("X-Content-Type-Options") == "nosniff"
                        && file.header("Cross-Origin-Resource-Policy") == "same-origin"
                        && !file.text.contains("innerHTML"),
                    "\(name) is kept from other sites", expected: "nosniff and same-origin", because: "It is ours.")
            }
        }
    }

    @Test("Scripts of other sites open no streams")
    func opensNoStreamForOthers() async throws {
        try await judge(ownServer: "login") { start in
            let api = try start([:])
            for site in ["cross-site", "same-site"] {
                // A stream that is opened has no end, so only its beginning is waited for.
                let asked = try RawConnection(to: api.base)
                let lines = [
                    "GET /workbook/wire/\(Channel().name) HTTP/1.1", "Host: 127.0.0.1", "Sec-Fetch-Site: \(site)",
                ]
                asked.transmit(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
                let answer = String(decoding: asked.receive(), as: UTF8.self)
                try await api.get("/").require(
                    answer.hasPrefix("HTTP/1.1 403 "), "a stream is refused to \(site)",
                    expected: "403, not \(answer.prefix(20))",
                    because: "A site that is open in another tab could take the sixteen places there are.")
                try await api.send(Request("GET", "/").header("Sec-Fetch-Site", site)).expect(
                    "but the page is shown", status: 200, because: "A link from elsewhere leads to it.")
            }
        }
    }

    @Test("The page learns which endpoints there are, and is not in their way")
    func tellsItsEndpoints() async throws {
        let later = ["POST /login": 4, "GET /my-info": 5]
        for (number, program) in [(3, "register"), (4, "login"), (5, "protected-routes")] {
            try await judge(ownServer: program) { start in
                let facts = try await start([:]).get("/workbook/lesson")
                let endpoints = facts.object?["endpoints"]?.elements.map(\.text) ?? []
                let wanted = ["POST /register"] + later.filter { $0.value <= number }.map(\.key)
                try facts.require(
                    Set(endpoints) == Set(wanted), "\(program) names its endpoints", expected: "\(wanted.sorted())",
                    because: "A button for what is not there yet says in which lesson it comes.")
            }
        }
    }

    static func plain(_ path: String) -> String {
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    }
}
