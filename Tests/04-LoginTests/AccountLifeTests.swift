import Foundation
import TestSupport
import Testing
import Tokens

/// What the lesson gives: accounts that outlive the process, and hashes that keep up with the times.
@Suite struct AccountLifeTests {
    @Test("A password is hashed anew at login when the cost has risen")
    func renewsCheapHashes() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            var api = try start(database.settings)
            let account = try await api.newAccount()
            _ = api.stop()

            api = try start(database.settings.merging(["SCRYPT_LOG2_N": "12"]) { $1 })
            let first = try await api.login(account.username)
            try first.expect("the account is there after a restart", status: 200, because: "It is on disk.")
            let stored = String(decoding: try bytes(of: database.path), as: UTF8.self)
            try first.require(
                stored.contains("$scrypt$ln=12,"), "and its hash now costs what it should",
                expected: "a hash with ln=12 in the database",
                because: "Login is the one moment at which the server knows the password.")
            try await api.login(account.username).expect(
                "the new hash is of the same password", status: 200, because: "Nobody noticed.")
            try await api.login(account.username, wrongPassphrase).expectNoEntry(
                "and of no other", because: "It is wrong.")
        }
    }

    /// All that SQLite has written, in the file and beside it.
    private func bytes(of database: String) throws -> Data {
        try ["", "-wal"].reduce(into: Data()) { all, ending in
            guard FileManager.default.fileExists(atPath: database + ending) else { return }
            all += try Data(contentsOf: URL(filePath: database + ending))
        }
    }
}
