import TestSupport
import Testing
import Tokens

@Suite struct AskTests {
    @Test("Every guarded request asks", .exercise("logout.2"))
    func asksAtEveryRequest() async throws {
        try await judge(server: product) { api in
            let account = try await api.newAccount()
            let ended = try await api.endedToken(of: account)
            let id = try user(of: ended)
            let routes = [
                ("GET", "/my-info"), ("POST", "/logout"), ("GET", "/user/\(id)"), ("PUT", "/user/\(id)/role"),
                ("DELETE", "/user/\(id)"),
            ]
            for (method, path) in routes {
                try await api.send(Request(method, path).bearer(ended)).expectRevoked(
                    "\(method) \(path) refuses the token of a session that has ended",
                    because: "One door that does not ask is the door that is used.")
            }
            try await api.login(account.username).expect(
                "and the account is still there", status: 200, because: "A refused DELETE deletes nothing.")
            let head = try await api.send(Request("HEAD", "/my-info").bearer(ended))
            try head.require(
                head.status == 401 && head.body.isEmpty, "and so does HEAD", expected: "401 and nothing",
                because: "It is answered like GET.")
        }
    }

    @Test("A token that has been logged out is known in every spelling of its header", .exercise("logout.2"))
    func recognisesEverySpelling() async throws {
        try await judge(server: product) { api in
            let ended = try await api.endedToken(of: api.newAccount())
            for start in ["Bearer ", "bearer ", "BEARER ", "Bearer   "] {
                let request = Request("GET", "/my-info").header("Authorization", start + ended)
                try await api.send(request).expectRevoked(
                    "\"\(start)\" before the token changes nothing",
                    because: "One thing can be written in many ways. Ask what it means, not how it looks.")
            }
        }
    }

    @Test("It is the session that ends, and with it every token that names it", .exercise("logout.2"))
    func refusesEveryTokenOfTheSession() async throws {
        try await judge(server: product) { api in
            let first = try await api.token(of: api.newAccount())
            let second = try reissued(first) {
                $0["jti"] = .string("6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11")
                $0["fresh"] = .boolean(false)
            }
            try await api.myInfo(second).expectGood(
                "another token of the same session is good", because: "From lesson 8 on a session has many, in turn.")
            try await api.logOut(first).expectLoggedOut("the first one logs out", because: "It is at hand.")
            try await api.myInfo(second).expectRevoked(
                "and the other is refused", because: "A thief may hold one that the user has never seen.")
        }
    }

    @Test("A session that nobody has begun is refused", .exercise("logout.2"))
    func refusesUnknownSessions() async throws {
        try await judge(server: product) { api in
            let token = try await api.token(of: api.newAccount())
            let stranger = try reissued(token) { $0["sid"] = .string("6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11") }
            try await api.myInfo(stranger).expectRevoked(
                "a rightly signed token of an unknown session is refused",
                because: "A list of those that live fails safely: whatever is missing from it is refused.")
        }
    }

    @Test("A session that has come to its end is refused, even before its row is removed", .exercise("logout.2"))
    func refusesWhatIsOver() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            var api = try start(database.settings)
            let token = try await api.token(of: api.newAccount())
            let longer = try reissued(token) {
                if case .integer(let end) = $0["exp"] { $0["exp"] = .integer(end + 1_000) }
            }
            api.kill()
            api = try start(database.settings, ahead: 900)
            try await api.myInfo(token).expect(
                "after a quarter of an hour a token has expired", status: 401, error: "token_expired",
                because: "It was made for that long.")
            try await api.myInfo(longer).expectRevoked(
                "another token of its session, good for longer, is refused",
                because: "A session has an end of its own. When its row is removed must not matter.")
        }
    }
}
