import TestSupport
import Testing
import Tokens

@Suite struct VerifyTests {
    /// Of ``UserModel/passphrase``, computed apart from this project with Python's hashlib.scrypt.
    private let foreign =
        "$scrypt$ln=14,r=8,p=1$TmFDbCBmb3Igd2Fsa2Vycw$dYafNdVJm2dsLP4wkRa2UWJfzJII6fvE39qYdkLtm9Y"

    @Test("The right password is right, and every other one wrong", .exercise("user-model.4"))
    func tellsRightFromWrong() async throws {
        try await judgeUserModel { users in
            try users.ours("add", "ana", standardInput: UserModel.passphrase).expect(
                "ana is there", status: 0, because: "Our solution has added her.")
            try users.check("ana").expect(
                "her password is right", status: 0, [.init("valid", .boolean(true))],
                because: "Strictness is easy if nothing passes.")
            let others = [
                UserModel.passphrase.uppercased(), UserModel.passphrase + " ", " " + UserModel.passphrase,
                String(UserModel.passphrase.dropLast()), "a walk along\0 the river at dusk",
                "a walk along the river at dawn",
                String(repeating: "a", count: 10_000),
            ]
            for password in others {
                try users.check("ana", password).expect(
                    "'\(password.prefix(40))' is wrong", status: 1,
                    [.init("valid", .boolean(false)), .init("reason", .string("wrong_password"))],
                    because: "Close is not the same: a guess that nearly fits must tell nothing.")
            }
        }
    }

    @Test("A hash that another program made fits", .exercise("user-model.4"))
    func readsAForeignHash() async throws {
        try await judgeUserModel { users in
            try users.ours("add", "ana", standardInput: "a password of her own").expect(
                "ana is there", status: 0, because: "Our solution has added her.")
            try users.overwrite(try users.storedHashByUs("ana"), with: foreign)
            try users.check("ana").expect(
                "a hash that Python has made is checked with the salt that stands in it", status: 0,
                [.init("valid", .boolean(true))],
                because: "scrypt has one right answer (RFC 7914). The salt and the cost are those of the string.")
            try users.check("ana", "a password of her own").expectRefused(
                "and her old password is wrong now", "wrong_password", because: "Its hash is gone.")
        }
    }

    @Test("The cost is the one that is stored, not today's", .exercise("user-model.4"))
    func usesTheStoredCost() async throws {
        try await judgeUserModel { users in
            for (name, cost) in [("ana", "10"), ("bob", "12")] {
                try users.withCost(cost).ours("add", name, standardInput: UserModel.passphrase).expect(
                    "\(name) was added at the cost of \(cost)", status: 0, because: "So it was then.")
                try users.withCost("11").check(name).expect(
                    "at the cost of 11, the password of \(name) is right", status: 0, [.init("valid", .boolean(true))],
                    because: "Else a new cost would lock everybody out, or a stronger server could not go back.")
            }
        }
    }

    @Test("A hash with one character changed fits no password", .exercise("user-model.4"))
    func looksAtEveryByte() async throws {
        try await judgeUserModel { users in
            try users.ours("add", "ana", standardInput: UserModel.passphrase).expect(
                "ana is there", status: 0, because: "Our solution has added her.")
            var standing = try users.storedHashByUs("ana")
            try users.overwrite(standing, with: foreign)
            standing = foreign
            // Places in the salt, and at the beginning, in the middle and at the end of the key.
            for place in [24, 46, 86] {
                var changed = Array(foreign)
                changed[place] = changed[place] == "A" ? "Q" : "A"
                try users.overwrite(standing, with: String(changed))
                standing = String(changed)
                try users.check("ana").expectRefused(
                    "with another character at place \(place) her password is wrong", "wrong_password",
                    because: "A comparison that overlooks a byte makes guessing easier by a factor of 256.")
            }
        }
    }
}

extension UserModel {
    /// The hash as our version shows it.
    fileprivate func storedHashByUs(_ name: String) throws -> String {
        try ours("show", "--stored", name).text("password_hash")
    }
}
