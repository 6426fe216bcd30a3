import TestSupport
import Testing
import Tokens

@Suite struct NameTests {
    @Test("A name in capitals is the same name", .exercise("user-model.2"))
    func oneNamePerPerson() async throws {
        try await judgeUserModel { users in
            try users.add("Kim").expect(
                "Kim is added, and is kim from then on", status: 0, [.init("username", .string("kim"))],
                because: "One spelling is stored: then an index finds it and a constraint guards it.")
            // The last one begins with U+212A, the sign for kelvin, which NFC turns into the letter K.
            for other in ["kim", "KIM", "kiM", "\u{212A}im"] {
                try users.add(other).expectRefused(
                    "\(other) cannot be added as well", "username_taken",
                    because: "Who may call himself KIM beside kim gets her mail, her money and her blame.")
            }
        }
    }

    @Test("Any spelling finds the account", .exercise("user-model.2"))
    func findsEverySpelling() async throws {
        try await judgeUserModel { users in
            let added = try users.add("kim")
            try added.expect("kim is added", status: 0, because: "It is a good name.")
            for other in ["Kim", "KIM", "\u{212A}im"] {
                try users.show(other).expect(
                    "show \(other) finds kim", status: 0, [.init("id", .string(added.text("id")))],
                    because: "A telephone writes a capital at the start of a line. She is still the same person.")
            }
            try users.check("KIM").expect(
                "check KIM looks at kim's password", status: 0, [.init("valid", .boolean(true))],
                because: "A name is looked up as it is stored.")
            try users.show("kims").expectRefused(
                "and kims is nobody", "unknown_user", because: "Close is not the same.")
        }
    }

    @Test("What is no name is refused", .exercise("user-model.2"))
    func refusesWhatIsNoName() async throws {
        try await judgeUserModel { users in
            for name in ["7up", "a.b_c-1", String(repeating: "a", count: 32)] {
                try users.add(name).expect(
                    "\(name) is a name", status: 0, because: "3 to 32 of a-z 0-9 . _ -, a letter or a digit first.")
            }
            let others = [
                "an", String(repeating: "a", count: 33), "-ana", "an a", "ana\n", "ana/x",
                "an\u{301}a", "аna", "İna", "名前です",
            ]
            for name in others {
                try users.add(name).expectRefused(
                    "'\(name)' is none", "invalid_username",
                    because: "Names are shown, compared and put into addresses. A letter that looks like another one, "
                        + "such as the Cyrillic а, is a mask.")
            }
        }
    }
}
