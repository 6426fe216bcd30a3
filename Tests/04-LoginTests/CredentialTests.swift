import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct CredentialTests {
    @Test("The right password is let in, and no other", .exercise("login.2"))
    func checksThePassword() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            try await api.login(account.username).expect(
                "\(account.username) logs in with the password", status: 200, because: "It is hers.")
            try await api.login(account.username.uppercased()).expect(
                "and with her name in capitals", status: 200, because: "Names are compared in their normal form.")
            let wrong = [
                account.password + " ", String(account.password.dropLast()), account.password.uppercased(),
                account.password + "\u{0}", "",
            ]
            for password in wrong {
                try await api.login(account.username, password).expectNoEntry(
                    "“\(password.replacing("\u{0}", with: "␀"))” is refused",
                    because: "A password is compared as it was sent: not trimmed, not cut, not folded.")
            }
            let other = try await api.newAccount("bob")
            try await api.login(other.username, wrongPassphrase).expectNoEntry(
                "another account's wrong password is refused too",
                because: "The hash is that of the name that was sent.")
        }
    }

    @Test("An unknown name and a wrong password get the same bytes", .exercise("login.2"))
    func doesNotTellWhichPartWasWrong() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let wrong = try await api.login(account.username, wrongPassphrase)
            try wrong.expectNoEntry("a wrong password is 401", because: "It is wrong.")
            try wrong.require(
                wrong.header("WWW-Authenticate") == #"Bearer realm="jwt-workbook""#,
                "with a challenge that names no error", expected: #"WWW-Authenticate: Bearer realm="jwt-workbook""#,
                because: "RFC 9110 §15.5.2: a 401 says how to authenticate.")
            let unknown = try await api.login(Account.unique("zoe"), wrongPassphrase)
            try unknown.require(
                unknown.status == wrong.status && unknown.body == wrong.body,
                "and an unknown name gets the same answer",
                expected: "\(wrong.status) and \(wrong.text)",
                because: "An error that helps tells strangers which of a million addresses have an account here.")
            let raw = try [account.username, Account.unique("zoe")].map { try api.rawLogin($0, wrongPassphrase) }
            try unknown.require(
                raw[0] == raw[1] && !raw[0].isEmpty, "byte for byte, headers and all but the date and the request's id",
                expected: raw[0],
                because: "One header more, or a different length, tells as much as a sentence.")
        }
    }

    @Test("A name or password that no account could have is refused like any other", .exercise("login.2"))
    func refusesWhatBreaksTheRules() async throws {
        try await judge(server: product) { api in
            let wrong = try await api.login(Account.unique("zoe"), wrongPassphrase)
            let odd = [
                ("", wrongPassphrase), ("a", wrongPassphrase), ("not a name!", wrongPassphrase),
                ("é漢🙂", wrongPassphrase),
                (String(repeating: "a", count: 4_000), wrongPassphrase), ("' OR 1=1 --", wrongPassphrase),
                (Account.unique("zoe"), "short"), (Account.unique("zoe"), String(repeating: "long", count: 1_000)),
            ]
            for (username, password) in odd {
                let answer = try await api.login(username, password)
                try answer.require(
                    answer.status == 401 && answer.body == wrong.body, "“\(username.prefix(20))” is 401 and no more",
                    expected: wrong.text,
                    because: "The rules are for new accounts. At login they would only tell a stranger what cannot be.")
            }
        }
    }

    @Test("An unknown name takes as long as a wrong password", .exercise("login.2"))
    func takesAsLongForStrangers() async throws {
        try await judge(ownServer: product, elsewhere: true) { start in
            let api = try start(["SCRYPT_LOG2_N": "12"])
            // A busy machine can spoil a round, and no machine can make a server hash that does not.
            var round = try await Round(of: 5, at: api)
            for _ in 0..<2 where !round.isEven { round = try await Round(of: 5, at: api) }
            try round.last.require(
                round.isEven, "the two answers come after about the same time",
                expected: "medians within a factor of two of each other, not \(round.text)",
                because: "A server that hashes only for accounts that exist says by its speed who has one.")
        }
    }
}

/// Wrong passwords and unknown names by turns, and how long each took.
private struct Round {
    private let known: Duration
    private let unknown: Duration
    let last: Response

    init(of pairs: Int, at api: ServerLesson) async throws {
        let account = try await api.newAccount()
        let clock = ContinuousClock()
        var times: [(known: Duration, unknown: Duration)] = []
        var last = try await api.login(account.username, wrongPassphrase)
        for _ in 0..<pairs {
            let known = try await clock.measure { last = try await api.login(account.username, wrongPassphrase) }
            try last.expectNoEntry("a wrong password is refused", because: "It is wrong.")
            let name = Account.unique("zoe")
            let unknown = try await clock.measure { last = try await api.login(name, wrongPassphrase) }
            try last.expectNoEntry("and so is an unknown name", because: "Nobody has it.")
            times.append((known, unknown))
        }
        known = times.map(\.known).sorted()[pairs / 2]
        unknown = times.map(\.unknown).sorted()[pairs / 2]
        self.last = last
    }

    var isEven: Bool { unknown < known * 2 && known < unknown * 2 }

    var text: String { "\(milliseconds(known)) for a wrong password and \(milliseconds(unknown)) for an unknown name" }

    private func milliseconds(_ time: Duration) -> String { "\(Int(time / .milliseconds(1))) ms" }
}

extension ServerLesson {
    /// All that comes back for a login but the date.
    fileprivate func rawLogin(_ username: String, _ password: String) throws -> String {
        let members: [JSONObject.Member] = [.init("username", .string(username)), .init("password", .string(password))]
        let own = ["date:", "x-request-id:"]
        return try raw(.login(JSONObject(members).json))
            .filter { line in !own.contains { line.lowercased().hasPrefix($0) } }.joined(separator: "\n")
    }
}
