import TestSupport
import Testing
import Tokens

/// What the lesson gives: sessions, and hashes that keep up with the times, do not get into each other's way.
@Suite struct RisenCostTests {
    @Test("When hashes have become dearer, everybody who logs in at once with the right password is let in")
    func letsEverybodyInWhoComesAtOnce() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            var api = try start(database.settings)
            var accounts: [Account] = []
            for _ in 1...4 { accounts.append(try await api.newAccount()) }
            _ = api.stop()

            api = try start(database.settings.merging(["SCRYPT_LOG2_N": "13"]) { $1 })
            for account in accounts {
                // Not from threads of their own: some have to come a little later, while others are hashed anew.
                let guests = try (1...40).map { _ in try Guest(of: api, logsInAs: account) }
                let answers = guests.map(\.answer)
                try await api.login(account.username).require(
                    answers.allSatisfy { $0.hasPrefix("HTTP/1.1 200 ") },
                    "of forty logins of \(account.username) at once all succeed",
                    expected: "200 forty times, not \(answers.first { !$0.hasPrefix("HTTP/1.1 200 ") } ?? "")",
                    because: "The first of them has the password hashed anew while others are being checked. The hash "
                        + "that they were checked against is gone then, but their password is as right as before.")
            }
        }
    }
}

/// A client that has asked to be let in.
private final class Guest {
    private let connection: RawConnection

    init(of api: ServerLesson, logsInAs account: Account) throws {
        connection = try RawConnection(to: api.base)
        let body = JSONObject([
            .init("username", .string(account.username)), .init("password", .string(account.password)),
        ]).json
        let head = [
            "POST /login HTTP/1.1", "Host: localhost", "Connection: close", "Content-Type: application/json",
            "Content-Length: \(body.utf8.count)",
        ]
        connection.transmit(Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
    }

    var answer: String { String(decoding: connection.receive(), as: UTF8.self) }
}
