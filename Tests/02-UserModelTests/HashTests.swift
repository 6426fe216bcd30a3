import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct HashTests {
    @Test("What is stored is a PHC string with its parameters", .exercise("user-model.3"))
    func storesAPHCString() async throws {
        try await judgeUserModel { users in
            let added = try users.add("ana")
            try added.expect("ana is added", status: 0, because: "Her passphrase is good.")
            let hash = try users.storedHash("ana")
            try added.require(
                hash.wholeMatch(of: /\$scrypt\$ln=10,r=8,p=1\$[A-Za-z0-9+\/]{22}\$[A-Za-z0-9+\/]{43}/) != nil,
                "her hash is a PHC string: algorithm, parameters, 16 bytes of salt, 32 bytes of key",
                expected: "$scrypt$ln=10,r=8,p=1$<22 characters>$<43 characters>, not \(hash)",
                because: "A hash that carries its parameters can still be checked when new ones cost more.")
            try users.ours("check", "ana", standardInput: UserModel.passphrase).expect(
                "and our solution finds the password right against it", status: 0, [.init("valid", .boolean(true))],
                because: "The key must be scrypt's, from this password, this salt and this cost.")
            try users.ours("check", "ana", standardInput: "a walk along the river at dawn").expectRefused(
                "and another one wrong", "wrong_password", because: "Else anyone is Ana.")
        }
    }

    @Test("The password is nowhere in the files", .exercise("user-model.3"))
    func keepsNoPassword() async throws {
        try await judgeUserModel { users in
            let password = "zebra crossing at midnight 7"
            let added = try users.add("ana", password)
            try added.expect("ana is added", status: 0, because: "Her passphrase is good.")
            let bytes = try users.bytesOnDisk()
            try added.require(
                bytes.range(of: Data("password_hash".utf8)) != nil, "the database's files can be searched",
                expected: "the name of a column in its bytes", because: "This looks at what a thief would get.")
            let disguises = [
                ("", Data(password.utf8)), (" in base64", Data(Data(password.utf8).base64EncodedData().dropLast(4))),
                (" in hex", Data(password.utf8.map { String(format: "%02x", $0) }.joined().utf8)),
                (" backwards", Data(password.utf8.reversed())),
            ]
            for (disguise, needle) in disguises {
                try added.require(
                    bytes.range(of: needle) == nil, "and the password\(disguise) is not in them",
                    expected: "no trace of “\(password)”",
                    because: "Databases leak: by a backup, a stolen disk, a hole in a query. People use one password "
                        + "in many places, so that leak opens their mail as well.")
            }
        }
    }

    @Test("Two users with one password have different hashes", .exercise("user-model.3"))
    func saltsEachPassword() async throws {
        try await judgeUserModel { users in
            var hashes: [String] = []
            for name in ["ana", "bob", "eve"] {
                try users.add(name).expect("\(name) is added", status: 0, because: "They happen to think alike.")
                hashes.append(try users.storedHash(name))
            }
            let salts = Set(hashes.map { $0.split(separator: "$").dropLast().last.map(String.init) ?? "" })
            try users.stored("eve").require(
                salts.count == 3 && Set(hashes).count == 3, "three users with one password have three salts and hashes",
                expected: "three different salts, not \(salts.count)",
                because: "With one salt for all, equal hashes show who shares a password, "
                    + "and one computation tries a guess on every user at once.")
        }
    }

    @Test("Every character of a password counts", .exercise("user-model.3"))
    func countsEveryCharacter() async throws {
        try await judgeUserModel { users in
            let long = String(repeating: "river and dusk ", count: 8) + "12345678"
            let rows = [
                ("ana", "a walk\0 along the river", "a walk\0 along the street", "after a NUL"),
                ("bob", long, String(long.dropLast()) + "9", "at place 128"),
                ("eve", " a walk along the river ", "a walk along the river", "that is a space at the end"),
            ]
            for (name, password, other, place) in rows {
                try users.add(name, password).expect("\(name) is added", status: 0, because: "It is long enough.")
                try users.ours("check", name, standardInput: password).expect(
                    "the password of \(name) is right", status: 0, because: "It is the one.")
                try users.ours("check", name, standardInput: other).expectRefused(
                    "one that differs in a character \(place) is wrong", "wrong_password",
                    because: "What is cut off or trimmed protects nobody, and nobody knows that it does not.")
            }
        }
    }

    @Test("A cost that has risen is paid at the next check", .exercise("user-model.3"))
    func renewsACheapHash() async throws {
        try await judgeUserModel { users in
            try users.ours("add", "ana", standardInput: UserModel.passphrase).expect(
                "ana was added at the cost of 10", status: 0, because: "So it was then.")
            try users.withCost("11").check("ana").expect(
                "at the cost of 11 her password is right, and her hash is made anew", status: 0,
                [.init("valid", .boolean(true)), .init("renewed", .boolean(true))],
                because: "Only now, while the password is at hand, can its hash be made dearer.")
            let hash = try users.storedHash("ana")
            try users.stored("ana").require(
                hash.hasPrefix("$scrypt$ln=11,"), "it says 11 now", expected: "$scrypt$ln=11,…, not \(hash)",
                because: "A hash is made at the cost that is asked for, not at one that is written into the code.")
            try users.withCost("11").ours("check", "ana", standardInput: UserModel.passphrase).expect(
                "and it is still her password", status: 0, [.init("renewed", .boolean(false))],
                because: "She must notice nothing.")
        }
    }
}
