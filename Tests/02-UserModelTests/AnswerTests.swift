import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct AnswerTests {
    @Test("Everything that answers with a user answers with id and username", .exercise("user-model.5"))
    func answersWithTwoMembers() async throws {
        try await judgeUserModel { users in
            let added = try users.add("Ana")
            try added.expect(
                "add answers with the name as it is stored", status: 0, [.init("username", .string("ana"))],
                because: "Whoever asked should know what was made of it.")
            try added.require(
                UUID(uuidString: added.text("id"))?.uuidString.lowercased() == added.text("id"),
                "and with an id that is a UUID in lower case", expected: "an id such as 6f1f0b0e-…",
                because: "The id goes into tokens, where it is compared as text.")
            let listed = try users.list()
            guard case .array(let all) = listed.object?["users"], case .object(let one) = all.first else {
                return try listed.require(false, "list names her", expected: "one user", because: "She is there.")
            }
            for (verb, answer, object) in [
                ("add", added, added.object), ("show", try users.show("ana"), try users.show("ana").object),
                ("list", listed, one),
            ] {
                try answer.require(
                    object?.members.map(\.name) == ["id", "username"] && object == added.object,
                    "\(verb) answers with id and username and nothing else",
                    expected: added.object?.json ?? "id and username",
                    because: "What is listed by hand cannot grow by itself: a column that somebody adds next year "
                        + "stays inside.")
            }
        }
    }

    @Test("No answer shows a hash", .exercise("user-model.5"))
    func showsNoHash() async throws {
        try await judgeUserModel { users in
            try users.add("ana").expect("ana is added", status: 0, because: "Her passphrase is good.")
            let key = try users.storedHash("ana").suffix(43)
            let answers = [
                try users.show("ana"), try users.list(), try users.plain("show", ["ana"]), try users.plain("list"),
                try users.plain("add", ["bob"], standardInput: UserModel.passphrase), try users.check("ana"),
            ]
            for answer in answers {
                try answer.require(
                    !answer.text.contains("scrypt") && !answer.text.contains(key) && !answer.text.contains("hash"),
                    "no hash in “\(answer.text.split(separator: "\n").first ?? "")…”", expected: "no password_hash",
                    because: "Whoever has a hash can guess at home, as fast as the machines that they rent.")
            }
        }
    }

    @Test("No answer says who is an admin", .exercise("user-model.5"))
    func saysNothingOfRights() async throws {
        try await judgeUserModel { users in
            try users.add("ana").expect("ana is added", status: 0, because: "Her passphrase is good.")
            for answer in [try users.show("ana"), try users.list(), try users.plain("show", ["ana"])] {
                try answer.require(
                    !answer.text.contains("admin"), "is_admin is not in it", expected: "no is_admin",
                    because: "A list of admins is a list of whom to attack first. Lesson 6 shows it, to the user alone."
                )
            }
        }
    }
}
