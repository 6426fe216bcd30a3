import TestSupport
import Testing
import Tokens

@Suite struct TableTests {
    @Test("The row has the four columns, and a new user is no admin", .exercise("user-model.1"))
    func hasFourColumns() async throws {
        try await judgeUserModel { users in
            let added = try users.add("ana")
            try added.expect("ana is added", status: 0, because: "Nothing can be kept without a table.")
            let row = try users.stored("ana")
            try row.expect(
                "her row has the id that was answered, her name, and is_admin 0", status: 0,
                [
                    .init("id", .string(added.text("id"))), .init("username", .string("ana")),
                    .init("is_admin", .integer(0)),
                ], because: "Lesson 6 gives rights by the column is_admin. Whoever is new has none.")
            try row.require(
                Set(row.object?.members.map(\.name) ?? []) == ["id", "username", "password_hash", "is_admin"],
                "and there is no other column", expected: "the columns id, username, password_hash, is_admin",
                because: "The record of the core reads and writes these four.")
        }
    }

    @Test("Of eight who take one name at once, one gets it", .exercise("user-model.1"))
    func oneWinnerAmongMany() async throws {
        try await judgeUserModel { users in
            try users.add("bob").expect("bob is added", status: 0, because: "The table must be there.")
            let answers = try atOnce(8) { _ in try users.add("ana") }
            let winners = answers.filter { $0.status == 0 }
            guard let last = answers.last else { return }
            try last.require(
                winners.count == 1, "of eight programs that add ana at once, one succeeds",
                expected: "exit status 0 once, not \(winners.count) times",
                because: "To look first and insert then is a race: eight look, nobody is there, eight insert. "
                    + "Only a UNIQUE constraint decides while it writes.")
            for loser in answers where loser.status != 0 {
                try loser.expectRefused(
                    "the others hear that the name is taken", "username_taken",
                    because: "The constraint says why it refuses: that is the answer, no look needed.")
            }
            let list = try users.list()
            guard case .array(let all) = list.object?["users"] else { return }
            try list.require(
                all.count == 2, "and there are two users now", expected: "ana and bob",
                because: "What was refused must leave nothing behind.")
        }
    }

    @Test("Who was added is there after kill -9", .exercise("user-model.1"))
    func survivesAKill() async throws {
        try await judgeUserModel { users in
            let first = try users.addAndKill("ana")
            let shown = try users.show("ana")
            try shown.expect(
                "ana is there although the program was killed as soon as it had answered", status: 0,
                because: "An answer is a promise. What was answered must be on disk already.")
            try shown.require(
                first.contains(shown.text("id")) && !shown.text("id").isEmpty, "with the id that was answered",
                expected: "the id of \(first)", because: "Others may have kept that id.")
        }
    }

    @Test("A name that was given up can be taken again, with another id", .exercise("user-model.1"))
    func givesNoIDTwice() async throws {
        try await judgeUserModel { users in
            let first = try users.add("ana")
            try first.expect("ana is added", status: 0, because: "The table must be there.")
            try users.remove(first.text("id")).expect(
                "and removed", status: 0, [.init("removed", .string(first.text("id")))],
                because: "An account ends when its owner wants.")
            let second = try users.add("ana")
            try second.expect("somebody else takes the name", status: 0, because: "It is free again.")
            try second.require(
                second.text("id") != first.text("id"), "and gets another id",
                expected: "an id that is not \(first.text("id"))",
                because: "Row numbers are given out again, and then an old token opens a stranger's account.")
        }
    }
}
