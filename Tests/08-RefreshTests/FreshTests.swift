import TestSupport
import Testing
import Tokens

@Suite struct FreshTests {
    @Test("What cannot be undone asks for a fresh token", .exercise("refresh.4"))
    func asksForAFreshToken() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let login = try await api.enter(account)
            let stale = try await api.renewed(login)
            try stale.answer.require(
                try claims(of: login.access)["fresh"] == .boolean(true)
                    && claims(of: stale.access)["fresh"] == .boolean(false),
                "the token from the login is fresh, the one from the refresh is not",
                expected: #""fresh":true, then "fresh":false"#, because: "Only the first came straight from a password."
            )
            try await api.delete(with: stale.access).expectNotFresh(
                "to delete the account asks for a fresh token",
                because: "Whoever finds a telephone unlocked has its tokens, and not the password.")
            try await api.changePassword(stale.access, from: account.password, to: "a lantern in the snow at night")
                .expectNotFresh("and so does a new password", because: "It locks the owner out.")
            try await api.expectLiving(stale, "the account is there as before", because: "It was refused.")
            let again = try await api.enter(account)
            try await api.delete(with: again.access).expect(
                "after the password was given once more it is deleted", status: 204,
                because: "That is all that freshness asks.")
            for pair in [login, stale, again] {
                for answer in [try await api.myInfo(pair.access), try await api.refresh(pair.refresh)] {
                    try answer.expectRefusedToken(
                        "and every token of the account is worthless", error: "invalid_token",
                        because: "It is about nobody.")
                }
            }
        }
    }

    @Test("Freshness is asked before anything is told", .exercise("refresh.4"))
    func asksFirst() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let ben = try await api.enter(api.newAccount("ben"))
            let stale = try await api.renewed(api.enter(api.newAccount()))
            for id in [try subject(of: ben.access), "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11", "1"] {
                try await api.delete(id, with: stale.access).expectNotFresh(
                    "who deletes \(id) is asked for a fresh token first", because: "Then comes who may do it: 403.")
            }
            let bodies = [
                ("{", "application/json"), (#"{"current_password":"x","new_password":"y"}"#, "application/json"),
                (String(repeating: " ", count: 20_000), "application/json"), ("{}", "text/plain"),
            ]
            for (body, type) in bodies {
                let request = Request("PUT", "/my-info/password").bearer(stale.access).body(body, type: type)
                try await api.send(request).expectNotFresh(
                    "a new password with \(body.prefix(20)) as \(type) as well",
                    because: "A token is judged before the request that it came with is read.")
            }
        }
    }

    @Test("Everything else takes a token that is not fresh", .exercise("refresh.4"))
    func asksOnlyWhereItMatters() async throws {
        try await judge(adminOf: product, onDisk: telling) { api, admin in
            let ben = try await api.enter(api.newAccount("ben"))
            try await api.delete(with: ben.access).expect(
                "a fresh token deletes an account", status: 204, because: "It comes straight from a password.")
            let stale = try await api.renewed(api.enter(admin))
            let id = try subject(of: stale.access)
            try await api.myInfo(stale.access).expect("/my-info", status: 200, because: "Reading is not deleting.")
            try await api.send(Request("GET", "/user/\(id)").bearer(stale.access)).expect(
                "GET /user/{id}", status: 200,
                because: "Whoever is asked for a password at each step gives it anywhere.")
            let role = Request("PUT", "/user/\(id)/role").bearer(stale.access).json([.init("is_admin", .boolean(true))])
            try await api.send(role).expect("a role", status: 200, because: "It can be taken back.")
            try await api.logOut(stale.access).expect(
                "a logout", status: 200, because: "Nobody should have to prove anything in order to leave.")
        }
    }
}
