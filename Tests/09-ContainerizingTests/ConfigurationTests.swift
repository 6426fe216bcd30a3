import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct ConfigurationTests {
    @Test("Without being told otherwise it listens on every address", .exercise("containerizing.1"))
    func listensOnEveryAddress() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["HOST": nil])
            let alive = try await api.get("/healthz")
            try alive.require(
                api.base.hasPrefix("http://0.0.0.0:"), "it says that it listens on 0.0.0.0",
                expected: "listening on http://0.0.0.0:… instead of \(api.base)",
                because: "127.0.0.1 in a container is the container's own: what docker publishes arrives elsewhere.")
            #if os(Linux)
                let port = api.base.split(separator: ":").last ?? ""
                let other = try RawConnection(to: "http://127.0.0.2:\(port)").exchange(
                    Array("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".utf8))
                try alive.require(
                    String(decoding: other, as: UTF8.self).hasPrefix("HTTP/1.1 200"),
                    "and is found under another address of this machine", expected: "200 at 127.0.0.2",
                    because: "That is how a request from outside the container comes in.")
            #endif
        }
    }

    @Test("Without a secret it does not start", .exercise("containerizing.1"))
    func refusesToStartWithoutASecret() async throws {
        try await judge(refusedStart: product) { start in
            let ended = try start(["JWT_SECRET": nil])
            try ended.require(
                ended.status == 78 && ended.complaint.contains("JWT_SECRET"), "it asks for a secret and ends",
                expected: "exit status 78 and a sentence that names JWT_SECRET or JWT_SECRET_FILE",
                because: "A secret that it made up would be another one after every restart, and in every copy.")
        }
    }

    @Test("By default the accounts are in /data, and what is wrong there is said", .exercise("containerizing.1"))
    func keepsAccountsInTheVolume() async throws {
        if FileManager.default.fileExists(atPath: "/data") { try Test.cancel("This machine has a /data of its own.") }
        try await judge(refusedStart: product) { start in
            let ended = try start(["DATABASE": nil])
            try ended.require(
                ended.status == 78 && ended.complaint.contains("DATABASE"),
                "without the volume /data it does not start", expected: "exit status 78 and a sentence about DATABASE",
                because: "Anywhere else the accounts would be gone with the container.")
        }
    }

    @Test("A setting that is wrong is named, and no secret is repeated", .exercise("containerizing.1"))
    func refusesWhatIsWrong() async throws {
        try await judge(refusedStart: product) { start in
            try start(["PORT": "http"]).expectRefusal(of: "PORT")
            try start(["JWT_SECRET": shortSecret]).expectRefusal(of: "JWT_SECRET")
        }
    }
}
