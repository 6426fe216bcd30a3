import TestSupport
import Testing
import Tokens

/// What the lesson gives: accounts that are deleted, with all that they could do.
@Suite struct DeletionTests {
    @Test("Who deletes themselves is gone, and so are their tokens")
    func deletesOneself() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let ana = try await api.enter(account)
            let tablet = try await api.enter(account)
            let answer = try await api.delete(ana.id, as: ana)
            try answer.require(
                answer.status == 204 && answer.body.isEmpty, "ana deletes her account", expected: "204 and no body",
                because: "It is hers.")
            for session in [ana, tablet] {
                for path in ["/my-info", "/user/\(ana.id)"] {
                    try await api.send(Request("GET", path).bearer(session.token)).expect(
                        "each of her tokens is refused at \(path)", status: 401, error: "invalid_token",
                        because: "The user is looked up at each request, and is no longer there.")
                }
            }
            try await api.login(ana.username).expect(
                "nor can she log in", status: 401, error: "invalid_credentials", because: "She is a stranger now.")
            let heir = try await api.register(ana.username)
            try heir.expect("somebody else may take her name", status: 201, because: "It is free.")
            try heir.require(
                heir.object?["id"] != .string(ana.id), "and gets an id of their own", expected: "another id",
                because: "With her id they would inherit her tokens.")
            try await api.myInfo(as: ana).expect(
                "her token is not theirs", status: 401, error: "invalid_token",
                because: "It is about an id, not a name.")
        }
    }

    @Test("An admin deletes an account once")
    func deletesOthers() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let ana = try await api.newMember()
            try await api.delete(ana.id, as: root).expect(
                "an admin deletes ana", status: 204, because: "Admins may.")
            try await api.delete(ana.id, as: root).expect(
                "there is nobody to delete twice", status: 404, error: "not_found", because: "She is gone.")
            try await api.see(ana.id, as: root).expect(
                "nor to see", status: 404, error: "not_found", because: "She is gone.")
            try await api.setRole(of: ana.id, true, as: root).expect(
                "nor to make an admin", status: 404, error: "not_found", because: "She is gone.")
            try await api.myInfo(as: ana).expect(
                "and her token is refused", status: 401, error: "invalid_token",
                because: "It is rightly signed and in its time, and about nobody.")
        }
    }

    @Test("The last admin cannot be deleted, and of two who delete each other at once one stays")
    func keepsTheLastAdmin() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            let api = try start(database.settings.merging(Account.rootSettings) { $1 })
            let root = try await api.enter(.root)
            try await api.delete(root.id, as: root).expect(
                "the only admin cannot delete themselves", status: 409, error: "last_admin",
                because: "Nobody would be left to name another.")
            let adele = try await api.newAdmin(by: root)
            let pairs = Rounds.count(8, long: 32)
            let answers = try await api.sendAtOnce(
                (0..<pairs).flatMap { _ in [.delete(root.id, as: adele), .delete(adele.id, as: root)] })
            let standing = [try await api.myInfo(as: root), try await api.myInfo(as: adele)]
            try standing[0].require(
                answers.count { $0.status == 204 } == 1 && standing.count { $0.status == 200 } == 1,
                "\(2 * pairs) of their requests at once delete one of two",
                expected: "one 204 and one account left, not \(answers.map(\.status).sorted())",
                because: "The look and the deletion are one transaction.")
        }
    }
}
