import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct CreateTests {
    @Test("A new account is 201 with its id and name, and with nothing else", .exercise("register.2"))
    func answersWithIdAndName() async throws {
        try await judgeRegister { api in
            let name = Account.unique("ana")
            let answer = try await api.register(name)
            try answer.expect(
                "a good registration is 201", status: 201, [.init("username", .string(name))],
                because: "201 says that something has come into being.")
            try answer.require(
                answer.header("Content-Type") == "application/json", "as JSON", expected: "application/json",
                because: "A client that has to guess guesses wrong one day.")
            let id = try answer.string("id")
            try answer.require(
                id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) != nil,
                "its id is a UUID in lower case", expected: "an id such as 6f1c…",
                because: "Numbers that count up are guessed, and given out again after a delete: "
                    + "tokens of the old owner then fit the new one.")
            try answer.require(
                answer.object?.members.count == 2, "and there is nothing else in the answer",
                expected: "id and username alone",
                because: "The record holds a hash; the answer must never be the record.")
            let other = try await api.register(Account.unique("ben"))
            try other.require(
                try other.string("id") != id, "the next account has another id", expected: "an id that is not \(id)",
                because: "An id names one account for ever.")
        }
    }

    @Test("An account whose 201 has arrived is there after kill -9", .exercise("register.2"))
    func isOnDiskBeforeTheAnswer() async throws {
        try await judgeOwnRegister { start in
            let database = try DatabaseFile()
            let api = try start(database.settings)
            try await api.register("ana").expect(
                "ana registers", status: 201, because: "What follows needs an account.")
            api.kill()
            try await start(database.settings).register("ana").expect(
                "a server that is killed in that moment and started again knows ana", status: 409,
                error: "username_taken",
                because: "201 is a promise. Whoever answers first and stores afterwards breaks it whenever the power "
                    + "goes, and nobody will ever find out why.")
        }
    }

    @Test("What is kept of a password is a hash with a salt of its own", .exercise("register.2"))
    func keepsAHashOnly() async throws {
        try await judgeOwnRegister { start in
            let database = try DatabaseFile()
            let api = try start(database.settings)
            let answer = try await api.register("ana")
            try answer.expect("ana registers", status: 201, because: "What follows needs an account.")
            try await api.register("ben").expect(
                "and ben, with the same password", status: 201, because: "Nobody may be told that somebody has it.")
            let stored = try database.contents().map { String(decoding: $0, as: UTF8.self) }.joined()
            let form = /\$scrypt\$ln=4,r=8,p=1\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/
            let hashes = Set(stored.matches(of: form).map(\.output))
            try answer.require(
                hashes.count == 2, "their rows hold two different hashes",
                expected: "two texts that begin with $scrypt$ln=4,r=8,p=1$, not \(hashes.count)",
                because: "A database is stolen one day. Equal hashes would tell who shares a password, and one guess "
                    + "would be tried against all of them at once.")
            try answer.require(
                !stored.contains(Account.passphrase), "and the password stands nowhere in the database's files",
                expected: "no '\(Account.passphrase)' in them",
                because: "People use a password twice: yours would open their mailbox.")
        }
    }

    @Test("A password is in no answer and no line of the log", .exercise("register.2"))
    func tellsNobodyThePassword() async throws {
        try await judgeOwnRegister { start in
            let api = try start(["LOG_LEVEL": "trace"])
            let canary = "a canary sings at four o'clock"
            let answers = [
                try await api.register("ana", canary), try await api.register("ana", canary),
                try await api.register("-", canary), try await api.register("ben", "canary"),
                try await api.register(body: #"{"username":"ben","password":["\#(canary)"]}"#),
                try await api.register(body: #"{"username":"ben","password":"\#(canary)""#),
            ]
            try answers[0].expect("a password arrives at the server", status: 201, because: "It is a good one.")
            for answer in answers {
                try answer.require(
                    !answer.text.contains("canary") && !answer.text.contains("$scrypt"),
                    "the answer \(answer.status) says nothing of it", expected: "no password and no hash",
                    because: "An answer goes through proxies, caches and a browser's history.")
            }
            let log = api.log
            try answers[0].require(
                log.contains("Registered"), "the log tells of the registration", expected: "a line with Registered",
                because: "A log that tells nothing proves nothing.")
            let line = log.split(separator: "\n").first { line in
                ["canary", "$scrypt", Secrets.base64].contains { line.contains($0) }
            }
            try answers[0].require(
                line == nil, "but no line holds a password, a hash or the secret",
                expected: "no line such as\n\(line ?? "")",
                because: "Logs are kept for years and read by many. In 2019 Facebook found hundreds of millions of "
                    + "passwords in its own.")
        }
    }
}
