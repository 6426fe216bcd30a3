import TestSupport
import Testing

/// What the lesson gives: sessions, and hashes that keep up with the times, do not get into each other's way.
@Suite struct RisenCostTests {
    @Test("When hashes have become dearer, everybody who logs in at once with the right password is let in")
    func letsEverybodyInWhoComesAtOnce() async throws {
        try await judge(ownServer: product) { start in
            let folder = try TemporaryFolder()
            let database = folder.path + "/accounts.sqlite"
            var api = try start(["DATABASE": database, "SCRYPT_LOG2_N": "10"])
            var accounts: [Account] = []
            for _ in 1...4 { accounts.append(try await api.newAccount()) }
            _ = api.stop()

            api = try start(["DATABASE": database, "SCRYPT_LOG2_N": "14"])
            let risen = api
            for account in accounts {
                let answers = try await withThrowingTaskGroup(of: Response.self) { group in
                    for _ in 0..<24 { group.addTask { try await risen.login(account.username) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                let odd = answers.first { $0.status != 200 } ?? answers[0]
                try odd.expect(
                    "of twenty-four logins of \(account.username) at once all succeed", status: 200,
                    because: "The first of them has the password hashed anew while others are being checked. The hash "
                        + "that they were checked against is gone then, but their password is as right as before.")
            }
        }
    }
}
