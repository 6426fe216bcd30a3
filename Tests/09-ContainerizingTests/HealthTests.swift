import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct HealthTests {
    @Test("It says that it lives and that it is ready", .exercise("containerizing.2"))
    func saysHowItIs() async throws {
        try await judge(server: product) { api in
            for path in ["/healthz", "/readyz"] {
                try await api.get(path).expect(
                    "\(path) is 200", status: 200, [.init("status", .string("ok"))],
                    because: "Whoever runs the service asks every few seconds.")
                let head = try await api.send(Request("HEAD", path))
                try head.require(
                    head.status == 200 && head.body.isEmpty, "HEAD \(path) answers like GET",
                    expected: "200 and nothing", because: "RFC 9110 §9.3.2: some who ask use it.")
                try await api.send(Request("POST", path).json([])).expect(
                    "POST \(path) is 405", status: 405, error: "method_not_allowed", because: "It is a question.")
            }
        }
    }

    #if os(Linux)
        @Test("With a full disk it is not ready, and lives on", .exercise("containerizing.2"))
        func tellsWhenTheDiskIsFull() async throws {
            try await judge(ownServer: product) { start in
                let disk = try Disk()
                let api = try start(disk.database.settings)
                try disk.fill(for: api)
                let unready = try await api.get("/readyz", until: 503)
                try unready.expect(
                    "with a full disk it is not", status: 503, error: "overloaded",
                    because: "Requests then go to another copy of the service, which can store something.")
                try unready.require(
                    unready.header("Retry-After").flatMap { Int($0) } ?? 0 > 0, "and says when to ask again",
                    expected: "Retry-After in seconds", because: "A client that is not told asks again at once.")
                try await api.get("/healthz").expect(
                    "but it lives", status: 200, [.init("status", .string("ok"))],
                    because: "Started anew it would find the same full disk, again and again.")
            }
        }

        @Test("With a full disk reads go on, and writes are refused until there is room")
        func readsOnWithAFullDisk() async throws {
            try await judge(ownServer: product) { start in
                let disk = try Disk()
                let api = try start(disk.database.settings)
                let account = try await api.newAccount()
                let token = try await api.token(of: account)
                let late = Account.unique("late")

                try disk.fill(for: api)
                try await api.get("/readyz", until: 503).expect(
                    "with a full disk it is not ready", status: 503, error: "overloaded",
                    because: "What follows is about being ready again.")
                let refused = try await api.register(late)
                try refused.expect(
                    "a registration is refused as temporary", status: 503, error: "overloaded",
                    because: "500 says that we are at fault and that trying again is useless.")
                try refused.require(
                    refused.header("Retry-After") != nil && !refused.text.lowercased().contains("sql"),
                    "with a time to wait, and nothing internal", expected: "Retry-After, and no word about SQLite",
                    because: "What is in there is nobody's business outside.")
                try await api.myInfo(token).expect(
                    "who is there is still answered", status: 200, because: "Reading needs no room.")

                try disk.empty(for: api)
                try await api.register(late).expect(
                    "with room the same name is registered", status: 201,
                    because: "What was refused has left nothing behind.")
                try await api.myInfo(token).expect("and all is as before", status: 200, because: "Nothing was lost.")
                try await api.get("/readyz", until: 200).expect(
                    "and it is ready again", status: 200, because: "Nobody should have to start it anew for that.")
            }
        }
    #endif
}
