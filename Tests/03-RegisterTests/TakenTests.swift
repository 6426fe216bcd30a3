import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct TakenTests {
    @Test("A name that is taken is 409, however it is spelled", .exercise("register.3"))
    func refusesATakenName() async throws {
        try await judgeRegister { api in
            let account = try await api.newAccount()
            for name in [account.username, account.username.uppercased(), account.username.capitalized] {
                try await api.register(name, "another walk along the river").expect(
                    "\(name) is taken", status: 409, error: "username_taken",
                    because: "Two accounts that nobody can tell apart are one account and one impostor.")
            }
        }
    }

    @Test("Of many who ask for one name at once, exactly one gets it", .exercise("register.3"))
    func letsOneWin() async throws {
        try await judgeOwnRegister(elsewhere: true) { start in
            // Between a look and the insertion lies the hash. It costs here what makes the gap longer than a thread
            // may wait for its turn. (Elsewhere it may cost half a second, and nobody here waits longer than ten.)
            let (api, crowd) = (try start(["SCRYPT_LOG2_N": "13"]), 4)
            let name = Account.unique("race")
            let answers = try await api.sendAtOnce(Array(repeating: .register(name), count: crowd))
            let won = answers.count { $0.status == 201 }
            let lost = answers.count { $0.status == 409 }
            let odd = answers.first { $0.status != 201 && $0.status != 409 } ?? answers[0]
            try odd.require(
                won == 1 && lost == crowd - 1,
                "of \(crowd) at once one gets the name, and the others hear that it is taken",
                expected: "one 201 and \(crowd - 1) times 409, not \(won) and \(lost)",
                because: "Who looks first and inserts later leaves a gap, and under load somebody is always in it. "
                    + "The UNIQUE constraint has no gap: ask what it said.")
        }
    }

    @Test("A database that fails is our fault, and not a name that is taken", .exercise("register.3"))
    func blamesItselfForOtherFailures() async throws {
        try await judgeOwnRegister { start in
            let database = try DatabaseFile()
            let status = try start(database.settings).stop()
            guard status == 0 else { throw CannotStart("The server did not stop when it was asked to.") }
            try renameColumn(in: URL(filePath: database.path))

            let api = try start(database.settings)
            let answer = try await api.register("ana")
            try answer.expect(
                "with a column missing in the table, nobody can register", status: 500, error: "internal",
                because: "“This name is taken” would send people looking for another name, and nobody looking for the "
                    + "fault.")
            try answer.require(
                api.log.contains("no column named"), "and the log says why", expected: "the cause in the log",
                because: "Who can mend it reads the log.")
        }
    }

    /// Damages a closed database as a migration might that somebody forgot to write: its schema is text in the file.
    private func renameColumn(in file: URL) throws {
        var bytes = try Data(contentsOf: file)
        guard let column = bytes.firstRange(of: Data("password_hash".utf8)) else {
            throw CannotStart("The database's file holds no column password_hash.")
        }
        bytes.replaceSubrange(column, with: Data("password_hush".utf8))
        try bytes.write(to: file)
    }
}
