import TestSupport
import Testing
import Tokens

@Suite struct TokenTests {
    @Test("A token says whether its user is an admin, as true or false", .exercise("claims.1"))
    func saysWhetherTheUserIsAnAdmin() async throws {
        try await judge(adminOf: product) { api, admin in
            let ana = try await api.newMember()
            try ana.entry.require(
                ana.claims["is_admin"] == .boolean(false), "the token of \(ana.username) says that she is no admin",
                expected: #""is_admin":false"#,
                because: "A text is true in JavaScript, even \"false\", and a claim that is absent could mean anything."
            )
            let root = try await api.enter(admin)
            try root.entry.require(
                root.claims["is_admin"] == .boolean(true), "that of the admin says that they are one",
                expected: #""is_admin":true"#, because: "A client shows by it what somebody can do.")
            let missing = ["iss", "aud", "sub", "jti", "iat", "nbf", "exp", "type", "fresh"].filter {
                root.claims[$0] == nil
            }
            try root.entry.require(
                missing.isEmpty && root.claims["type"] == .string("access"), "and both say all that they said before",
                expected: "\(missing.joined(separator: ", ")) as well",
                because: "A feature adds to the token. It takes nothing away.")
        }
    }

    @Test("The claim follows the role at the next login", .exercise("claims.1"))
    func followsTheRoleAtTheNextLogin() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            let account = try await api.newAccount("ben")
            let ben = try await api.enter(account)
            for isAdmin in [true, false] {
                try await api.setRole(of: ben.id, isAdmin, as: root).expect(
                    "ben is \(isAdmin ? "made an admin" : "an admin no more")", status: 200,
                    because: "What follows is about it.")
                let again = try await api.enter(account)
                try again.entry.require(
                    again.claims["is_admin"] == .boolean(isAdmin), "his next token says \(isAdmin)",
                    expected: "\"is_admin\":\(isAdmin)", because: "It says how things stood when it was minted.")
            }
        }
    }
}
