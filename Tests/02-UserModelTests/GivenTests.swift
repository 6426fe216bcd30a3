import Foundation
import TestSupport
import Testing
import Tokens

/// What the lesson gives, whatever the learner writes: the rule for passwords, and manners at the command line.
@Suite struct GivenTests {
    @Test("A password has 15 to 128 characters, in code points after NFC")
    func countsCodePoints() async throws {
        try await judgeUserModel { users in
            let river = "river and dusk "
            let rows: [(name: String, password: String, isGood: Bool)] = [
                ("a14", String(river.prefix(14)), false), ("a15", river, true),
                ("a128", String(repeating: river, count: 8) + "12345678", true),
                ("a129", String(repeating: river, count: 8) + "123456789", false),
                // Fifteen é, each as a letter and an accent: fifteen code points after NFC. With fourteen, 28 before.
                ("b15", "e\u{301}tu e\u{301}tait e\u{301}te\u{301}s!", true),
                ("b14", "e\u{301}tu e\u{301}tait e\u{301}te\u{301}s", false),
                ("c15", "🙂🌊🚶🌙🏞️ dusk walk", true),
            ]
            for row in rows {
                let answer = try users.add(row.name, row.password)
                let count = row.password.precomposedStringWithCanonicalMapping.unicodeScalars.count
                let claim = "a password of \(count) code points is \(row.isGood ? "accepted" : "refused") (\(row.name))"
                if row.isGood {
                    try answer.expect(claim, status: 0, because: "Fifteen at least (NIST SP 800-63B-4).")
                } else {
                    try answer.expectRefused(claim, "weak_password", because: "NIST SP 800-63B-4 §3.1.1.2.")
                }
            }
        }
    }

    @Test("Passwords that are guessed first are refused")
    func refusesCommonPasswords() async throws {
        try await judgeUserModel { users in
            for password in [
                "123456789012345", "PasswordPassword", "aaaaaaaaaaaaaaaaaaaa",
                "ANA-of-the-RIVER", "\n",
            ] {
                try users.add("ana-of-the-river", password).expectRefused(
                    "'\(password)' is refused", "weak_password",
                    because: "Length does not help against a guess that everybody makes first.")
            }
        }
    }

    @Test("An é is an é, whichever keyboard sent it")
    func normalisesPasswords() async throws {
        try await judgeUserModel { users in
            try users.add("ana", "une promenade a\u{300} la tombe\u{301}e du jour").expect(
                "a password with accents is kept", status: 0, because: "People's words have accents.")
            try users.check("ana", "une promenade \u{E0} la tomb\u{E9}e du jour").expect(
                "it is right when its accents come composed", status: 0,
                because: "One keyboard sends é as one code "
                    + "point, another as two. NFC makes them one.")
            try users.check("ana", "une promenade a la tombee du jour").expectRefused(
                "and wrong without its accents", "wrong_password", because: "Those are other letters.")
        }
    }

    @Test("What cannot be done is said in a sentence, with exit status 1")
    func refusesInWords() async throws {
        try await judgeUserModel { users in
            try users.show("nobody").expectRefused("show", "unknown_user", because: "There is no such user.")
            try users.check("nobody").expectRefused("check", "unknown_user", because: "There is no such user.")
            let id = "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11"
            for id in ["../x", id] {
                try users.remove(id).expectRefused("remove '\(id)'", "unknown_user", because: "Nobody has this id.")
            }
            try "These are no accounts, and longer than a header of SQLite: a hundred bytes are needed for it."
                .write(toFile: users.folder.path + "/notes.txt", atomically: true, encoding: .utf8)
            for file in ["notes.txt", "", "missing/accounts.sqlite"] {
                let answer = try users.runExactly(["list", "--json", "--database", "\(users.folder.path)/\(file)"])
                try answer.expectRefused(
                    "list with the database '\(file)'", "database", because: "It is no database of accounts.")
                try answer.require(
                    (answer.text("message").last.map(".?".contains) ?? false)
                        && !answer.text("message").contains("Error"),
                    "says what is wrong in a sentence", expected: "a message for people",
                    because: "Nobody can act on an error number.")
            }
        }
    }

    @Test("A damaged hash fits no password, and ends nothing")
    func survivesADamagedHash() async throws {
        try await judgeUserModel { users in
            try users.add("ana").expect("ana is added", status: 0, because: "Her passphrase is good.")
            var standing = try users.storedHash("ana")
            for start in ["$scrypt$ln=63,", "$argon2$ln=10,", "$$$$$$$$$$$$$$"] {
                let damaged = start + standing.dropFirst(start.count)
                try users.overwrite(standing, with: damaged)
                standing = damaged
                try users.check("ana").expectRefused(
                    "a hash that begins with \(start) fits nothing", "unreadable_hash",
                    because: "A number in a row must not decide how much memory is taken, nor end the program.")
            }
        }
    }

    @Test("The database is its owner's alone, and stays open to nobody else")
    func keepsTheFilePrivate() async throws {
        try await judgeUserModel { users in
            let added = try users.add("ana")
            try added.expect("ana is added", status: 0, because: "Her passphrase is good.")
            let facts = try FileManager.default.attributesOfItem(atPath: users.database)
            let mode = (facts[.posixPermissions] as? NSNumber)?.intValue ?? 0
            try added.require(
                mode & 0o077 == 0, "nobody else may read the file", expected: "mode 600, not \(String(mode, radix: 8))",
                because: "Hashes are for guessing at, if one has them.")
        }
    }

    @Test("Programs that create one database at once all find it")
    func createsOnce() async throws {
        try await judgeUserModel { users in
            for answer in try atOnce(6, { _ in try users.list() }) {
                try answer.expect(
                    "list, one of six at once on a new database", status: 0, [.init("users", .array([]))],
                    because: "Two programs may well start at the same moment.")
            }
        }
    }

    @Test("A mistake at the command line gets a sentence that helps, and exit status 64 or 78")
    func explainsWrongUse() async throws {
        try await judgeUserModel { users in
            let here = ["--database", users.database]
            let good = Array(UserModel.passphrase.utf8)
            let rows: [(arguments: [String], input: [UInt8], says: String)] = [
                (["add"] + here, good, "name"), (["add", "ana"] + here, [], "standard input"),
                (["add", "ana"] + here, Array("one line\nand another\n".utf8), "one line"),
                (["add", "ana"] + here, [0xFF, 0xFE, 0x0A], "UTF-8"),
                (["add", "ana"] + here, Array(repeating: 0x61, count: 200_000), "too long"),
                (["add", "ana", "secret words"] + here, good, "secret words"), (["remove"] + here, [], "id"),
                (["list", "--database", ""], [], "--database"), (["list", "--flaw", "none"], [], "shows-the-hash"),
                (["shwo", "ana"], [], "shwo"), (["list", "--solution", "--flaw", "shows-the-hash"], [], "not both"),
            ]
            for row in rows {
                let answer = try users.runExactly(row.arguments, standardInput: row.input)
                try answer.expect(
                    "\(row.arguments.joined(separator: " ").prefix(60)) ends with 64", status: 64,
                    because: "64 is what programs agree on for wrong use (sysexits.h).")
                try answer.require(
                    answer.complaint.lowercased().contains(row.says.lowercased()), "and says what to do",
                    expected: "a mention of “\(row.says)”", because: "A message that does not help is one too many.")
            }
            for cost in ["", "14 ", "3", "21"] {
                let answer = try users.withCost(cost).runExactly(["list"] + here)
                try answer.expect("SCRYPT_LOG2_N='\(cost)' ends with 78", status: 78, because: "sysexits.h, EX_CONFIG.")
                try answer.require(
                    answer.complaint.contains("SCRYPT_LOG2_N"), "and names the variable", expected: "its name",
                    because: "Who sets up a server must see which of twenty it was.")
            }
        }
    }

    @Test("Every flaw is listed with the exercise that prevents it")
    func listsItsFlaws() async throws {
        try await judgeUserModel { users in
            let answer = try users.runExactly(["--flaws"])
            try answer.require(
                answer.lines.count == 4 && answer.lines.allSatisfy { $0.split(separator: "\t").count == 3 },
                "--flaws prints name, exercise and summary, a line each", expected: "four lines of three columns",
                because: "The companion and the chapter's reader both go by this list.")
        }
    }
}
