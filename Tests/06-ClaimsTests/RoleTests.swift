import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct RoleTests {
    @Test("An admin changes a role, and is answered with the user", .exercise("claims.4"))
    func changesARole() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let ben = try await api.newMember("ben")
            for isAdmin in [true, true, false, false] {
                try await api.setRole(of: ben.id, isAdmin, as: root).expectUser(
                    "ben is told to be \(isAdmin ? "an admin" : "like others")", ben.id, ben.username,
                    isAdmin: isAdmin, because: "To say the same again changes nothing, and is no error.")
                try await api.myInfo(as: ben).expectUser(
                    "and is", ben.id, ben.username, isAdmin: isAdmin, because: "The answer is a promise.")
            }
            let more: [JSONObject.Member] = [
                .init("is_admin", .boolean(true)), .init("username", .string("root")), .init("id", .string(root.id)),
            ]
            try await api.send(Request("PUT", "/user/\(ben.id)/role").bearer(root.token).json(more)).expectUser(
                "further members of the body change nothing", ben.id, ben.username, isAdmin: true,
                because: "Take the members that you want, by name.")
            try await api.login(ben.username).expect(
                "nor is his password any other", status: 200, because: "A role is one column of the row.")
        }
    }

    @Test("Nobody but an admin changes a role, whatever else is wrong", .exercise("claims.4"))
    func refusesBeforeItReads() async throws {
        try await judge(server: product) { api in
            let ana = try await api.newMember()
            let ben = try await api.newMember("ben")
            let nobody = "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11"
            let (good, bad, huge) = (#"{"is_admin":true}"#, "{", String(repeating: " ", count: 20_000))
            let (json, text) = ("application/json", "text/plain")
            let rows = [
                (ana.id, good, json), (ana.id, good, text), (ana.id, bad, json), (ana.id, huge, json),
                (ben.id, good, json), (ben.id, huge, text), (nobody, good, json), (nobody, bad, text),
                ("1", good, json), ("1", bad, json),
            ]
            for (id, body, type) in rows {
                let request = Request("PUT", "/user/\(id)/role").bearer(ben.token).body(body, type: type)
                try await api.send(request).expectForbidden(
                    "ben is refused for \(id) with \(body.prefix(20)) as \(type)",
                    because: "What he may not do he may not do, in whatever form. To complain of the form, or "
                        + "that there is no such id, would tell him more than that.")
            }
        }
    }

    @Test("The body says is_admin, true or false, in JSON", .exercise("claims.4"))
    func readsTheBodyStrictly() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let ben = try await api.newMember("ben")
            let rows = [
                ("{}", 400, "invalid_request"), (#"{"is_admin":"true"}"#, 400, "invalid_request"),
                (#"{"is_admin":1}"#, 400, "invalid_request"), (#"{"is_admin":null}"#, 400, "invalid_request"),
                (#"{"is_admin":[true]}"#, 400, "invalid_request"), (#"{"isAdmin":true}"#, 400, "invalid_request"),
                (#"{"is_admin":false,"is_admin":true}"#, 400, "invalid_request"), ("true", 400, "invalid_request"),
                ("{", 400, "invalid_request"), ("", 400, "invalid_request"),
                (#"{"is_admin":true}"# + String(repeating: " ", count: 16 * 1024), 413, "content_too_large"),
            ]
            for (number, (body, status, code)) in rows.enumerated() {
                // For nobody as well: what is wrong with the request is told before what the data says.
                for id in [ben.id, number.isMultiple(of: 2) ? "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11" : "1"] {
                    let request = Request("PUT", "/user/\(id)/role").bearer(root.token)
                    try await api.send(request.body(body, type: "application/json")).expect(
                        "\(body.prefix(40)) is \(status)", status: status, error: code,
                        because: "What cannot be read is not guessed at, least of all when it gives rights away.")
                }
            }
            let text = Request("PUT", "/user/\(ben.id)/role").bearer(root.token)
                .body(#"{"is_admin":true}"#, type: "text/plain")
            try await api.send(text).expect(
                "a body that is not declared as JSON is 415", status: 415, error: "unsupported_media_type",
                because: "It is refused like any other.")
            try await api.myInfo(as: ben).expectUser(
                "and ben is what he was", ben.id, ben.username, isAdmin: false, because: "All of it was refused.")
        }
    }

    @Test("The role of nobody is 404", .exercise("claims.4"))
    func tellsThatThereIsNobody() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            for id in RefusalTests.someNobodies {
                try await api.setRole(of: id, true, as: root).expect(
                    "the role of \(id.prefix(40)) is 404", status: 404, error: "not_found",
                    because: "An UPDATE that finds no row is no error to SQLite. It is one to whoever asked.")
            }
        }
    }

    @Test("The last admin cannot step down", .exercise("claims.4"))
    func keepsTheLastAdmin() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Account.rootSettings)
            let root = try await api.enter(.root)
            try await api.setRole(of: root.id, false, as: root).expect(
                "the only admin is kept", status: 409, error: "last_admin",
                because: "Nobody would be left to name another: only whoever can write to the database.")
            try await api.myInfo(as: root).expectUser(
                "and still is one", root.id, "root", isAdmin: true, because: "It was refused.")
            let adele = try await api.newAdmin(by: root)
            try await api.setRole(of: root.id, false, as: root).expectUser(
                "with a second one they step down", root.id, "root", isAdmin: false, because: "One is left.")
            try await api.setRole(of: adele.id, false, as: adele).expect(
                "and the second is the last then", status: 409, error: "last_admin",
                because: "The rule is about the number, not about who was first.")
        }
    }

    @Test("Two admins who demote each other at once leave one", .exercise("claims.4"))
    func keepsOneOfTwoAtOnce() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            let api = try start(database.settings.merging(Account.rootSettings) { $1 })
            var (one, other) = (try await api.enter(.root), try await api.newMember("ben"))
            for round in 1...Rounds.count(2, long: 20) {
                try await api.setRole(of: other.id, true, as: one).expect(
                    "round \(round): there are two admins", status: 200, because: "What follows needs two.")
                let (first, second) = (one, other)
                let answers = try await api.sendAtOnce(
                    (0..<4).flatMap { _ in
                        [.setRole(of: first.id, false, as: second), .setRole(of: second.id, false, as: first)]
                    })
                let odd = answers.first { ![200, 403, 409].contains($0.status) } ?? answers[0]
                try odd.require(
                    [200, 403, 409].contains(odd.status), "eight of their requests at once are answered in order",
                    expected: "200, 403 or 409 for each", because: "Two at once are no reason for a 500.")
                let standing = [try await api.myInfo(as: first), try await api.myInfo(as: second)]
                let chiefs = standing.filter { $0.object?["is_admin"] == .boolean(true) }
                try standing[0].require(
                    chiefs.count == 1, "and one of the two is still an admin",
                    expected: "one admin, not \(chiefs.count)",
                    because:
                        "Who counts first and changes later lets two through, each of whom saw the other. Look and "
                        + "change in one transaction.")
                if chiefs[0].object?["id"] == .string(second.id) { (one, other) = (second, first) }
            }
        }
    }

    @Test("A role that was answered is on disk", .exercise("claims.4"))
    func keepsRolesAcrossACrash() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            let settings = database.settings.merging(Account.rootSettings) { $1 }
            var api = try start(settings)
            let ben = try await api.newMember("ben")
            let root = try await api.enter(.root)
            try await api.setRole(of: ben.id, true, as: root).expect(
                "ben is made an admin", status: 200, because: "What follows is about it.")
            api.kill()
            api = try start(settings)
            try await api.myInfo(as: ben).expectUser(
                "and is one after a crash", ben.id, ben.username, isAdmin: true,
                because: "The same holds for a role that is taken away, and there it matters.")
        }
    }
}
