import TestSupport
import Testing
import Tokens

@Suite struct ReadTests {
    @Test("A body without two texts in it is 400, and leaves nothing behind", .exercise("register.1"))
    func refusesBodiesWithoutTwoTexts() async throws {
        try await judgeRegister { api in
            let name = Account.unique("ana")
            let password = Account.passphrase
            let bodies = [
                "{}", #"{"username":"\#(name)"}"#, #"{"password":"\#(password)"}"#,
                #"{"Username":"\#(name)","Password":"\#(password)"}"#,
                #"{"username":7,"password":"\#(password)"}"#, #"{"username":null,"password":"\#(password)"}"#,
                #"{"username":["\#(name)"],"password":"\#(password)"}"#,
                #"{"username":"\#(name)","password":null}"#, #"{"username":"\#(name)","password":123456789012345}"#,
                #"{"username":"\#(name)","password":{"text":"\#(password)"}}"#,
                #"{"username":"\#(name)","password":true}"#,
                #"{"user":{"username":"\#(name)","password":"\#(password)"}}"#,
                #"{"username":"-","password":7}"#,
            ]
            for body in bodies {
                try await api.register(body: body).expect(
                    "\(body.prefix(60)) is refused", status: 400, error: "invalid_request",
                    because: "What arrives is written by strangers. A server that guesses what was meant can be led.")
            }
            try await api.register(name).expect(
                "and the name is still free", status: 201, because: "A refused request leaves nothing behind.")
        }
    }

    @Test("A name is 3 to 32 of the characters a-z 0-9 . _ - and begins well", .exercise("register.1"))
    func enforcesTheRuleForNames() async throws {
        try await judgeRegister { api in
            let long = String(repeating: "a", count: 33)
            let refused = [
                "", "ab", long, "-ana", ".ana", "_ana", "ana maria", " ana", "ana\n", "ana@example", "ana/../root",
                "ańa", "ana\u{0}", "漢字漢字", "аna", "ana\u{200b}", "<b>ana</b>", "'; --",
            ]
            for name in refused {
                try await api.register(name).expect(
                    "the name '\(name)' is refused", status: 422, error: "invalid_username",
                    because: "A name is shown, compared and logged: what looks alike or breaks a line is kept out.")
            }
            let suffix = Account.unique("").dropFirst()
            for name in ["0.\(suffix)", "a-_.\(suffix)", String("\(suffix)\(long)".prefix(32))] {
                try await api.register(name).expect(
                    "the name '\(name)' is taken", status: 201, [.init("username", .string(name))],
                    because: "A rule that refuses good names is wrong as well.")
            }
        }
    }

    @Test("A name is kept in one spelling", .exercise("register.1"))
    func keepsOneSpellingOfAName() async throws {
        try await judgeRegister { api in
            let name = Account.unique("kim")
            let kelvin = "\u{212A}" + name.dropFirst().uppercased()
            try await api.register(kelvin).expect(
                "\(kelvin), which begins with the sign of kelvin, becomes \(name)", status: 201,
                [.init("username", .string(name))],
                because: "Kim and kim are one person to everybody who reads them. Unicode has more spellings of a "
                    + "letter than two, so the name is normalised first and judged then.")
        }
    }

    @Test("A password is 15 to 128 characters, and not guessed first", .exercise("register.1"))
    func enforcesTheRuleForPasswords() async throws {
        try await judgeRegister { api in
            let name = Account.unique("ana-of-the-long-name")
            let refused = [
                "", "short", "fourteen chars", String(repeating: "e\u{301}", count: 14), name, name.uppercased(),
                String(repeating: "ab ", count: 43), "123456789012345", "PasswordPassword", "aaaaaaaaaaaaaaaaaaaa",
            ]
            for password in refused {
                try await api.register(name, password).expect(
                    "the password '\(password.prefix(24))' is refused", status: 422, error: "weak_password",
                    because: "Where the password is all there is, NIST SP 800-63B asks for fifteen characters and for "
                        + "a list of those that are tried first. An é is one character, however it was typed.")
            }
            let taken = [
                "exactly fifteen", String(repeating: "漢字é", count: 42) + "漢字", "  spaces stay  where they are ",
                "nul \u{0} is a character", "not a digit nor a symbol nor a capital",
            ]
            for password in taken {
                try await api.register(Account.unique("ana"), password).expect(
                    "the password '\(password.prefix(24))' is taken", status: 201,
                    because: "Length is counted in characters, not in bytes, and any character counts.")
            }
        }
    }

    @Test("Members that nobody asked for change nothing", .exercise("register.1"))
    func ignoresExtraMembers() async throws {
        try await judgeRegister { api in
            let name = Account.unique("ana")
            let chosen = "00000000-0000-4000-8000-000000000001"
            let answer = try await api.register(
                name,
                with: [
                    .init("id", .string(chosen)), .init("is_admin", .boolean(true)), .init("role", .string("admin")),
                    .init("password_hash", .string("$scrypt$")), .init("constructor", .null),
                ])
            try answer.expect(
                "a registration with id, is_admin and role is taken", status: 201, [.init("username", .string(name))],
                because: "Unknown members are ignored, so that clients may be newer than servers.")
            let made = answer.object
            try answer.require(
                made?["id"] != .string(chosen) && made?["is_admin"] != .boolean(true) && made?["role"] == nil,
                "and they have no effect",
                expected: "an id of the server's own choice, and no right that was asked for",
                because: "Copying whatever arrives into a record is mass assignment: anyone makes himself an admin.")
        }
    }

    @Test("Nobody becomes an admin by asking", .exercise("register.1"))
    func makesNobodyAnAdmin() async throws {
        try await judgeOwnRegister { start in
            let database = try DatabaseFile()
            let api = try start(database.settings)
            let answer = try await api.register("ana", with: [.init("is_admin", .boolean(true))])
            try answer.expect("ana registers and asks to be an admin", status: 201, because: "The member is ignored.")
            api.kill()
            // A server that is told of an admin looks at that account when it starts, and its log says what it saw.
            let again = try start(
                database.settings.merging(["ADMIN_USERNAME": "ana", "ADMIN_PASSWORD": Account.passphrase]) { $1 })
            try answer.require(
                again.log.contains("is no admin"), "and is none", expected: "is_admin = 0 in the row of ana",
                because: "In GitHub, of all places, such a member once gave anybody's key to anybody's project (2012).")
        }
    }
}
