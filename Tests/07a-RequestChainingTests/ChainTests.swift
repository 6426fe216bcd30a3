import TestSupport
import Testing

/// The chain, as it is sent from the collection.
@Suite struct ChainTests {
    @Test("Register, then My info: Insomnia sends Login by itself, once, and not before it is needed")
    func logsInByItself() async throws {
        try await judge(server: product) { api in
            var insomnia = try Insomnia(api)
            try await insomnia.send(
                "Register", expecting: 201, "Register is answered", because: "What follows needs an account.")
            try insomnia.expect(
                sent: ["Register"], since: 0, "nothing else was sent",
                because: "All variables are worked out before each request. The folder's empty ones keep Login back.")
            try await insomnia.send(
                "My info", expecting: 200, "My info is answered", because: "Its token comes from Login.")
            try await insomnia.send(
                "See a user", expecting: 200, "and See a user", because: "Its id comes from My info.")
            try insomnia.expect(
                sent: ["Login", "My info", "See a user"], since: 1, "one Login was sent for all of them",
                because: "Two tags read its answer, and it is good for 300 seconds.")
        }
    }

    @Test("A token that was revoked is served for 300 seconds more; Login ends that at once")
    func servesWhatIsRevoked() async throws {
        try await judge(server: product) { api in
            var insomnia = try Insomnia(api)
            try await insomnia.send("Register")
            try await insomnia.send("Login", expecting: 200, "Login is answered", because: "It begins a session.")
            try await insomnia.send("Logout", expecting: 200, "Logout is answered", because: "It ends the session.")
            insomnia.wait(300)
            let count = insomnia.sent.count
            try await insomnia.send(
                "My info", expecting: 401, error: "token_revoked", "300 seconds later the dead token is still sent",
                because: "The tag knows how old an answer is, and not what has become of the token in it.")
            insomnia.wait(1)
            try await insomnia.send(
                "My info", expecting: 200, "a second later it is not", because: "The answer to Login is too old.")
            try insomnia.expect(
                sent: ["My info", "Login", "My info"], since: count, "since Login was sent by itself",
                because: "That is what when-expired means.")
            try await insomnia.send("Logout", expecting: 200, "Logout is answered", because: "Once more, by hand.")
            try await insomnia.send(
                "Login", expecting: 200, "Login is answered", because: "Its answer is the last one.")
            try await insomnia.send("My info", expecting: 200, "and My info", because: "No waiting is needed.")
        }
    }

    @Test("Refresh, once for each Login; Refresh again has the token that Refresh brought, and sends nothing else")
    func keepsTheRotatedToken() async throws {
        try await judge(server: product) { api in
            var insomnia = try Insomnia(api)
            try await insomnia.send("Register")
            try await insomnia.send("Login", expecting: 200, "Login is answered", because: "It begins a session.")
            try await insomnia.send("Refresh", expecting: 200, "Refresh is answered", because: "It is the first.")
            insomnia.wait(3_000)
            let count = insomnia.sent.count
            try await insomnia.send(
                "My info, renewed", expecting: 200, "the renewed token is good", because: "Its session lives.")
            try await insomnia.send(
                "Change my password, renewed", expecting: 401, error: "fresh_token_required", "but it is not fresh",
                because: "Nobody has given a password for it. A token from Login would hide that.")
            try await insomnia.send(
                "Refresh again", expecting: 200, "the refresh token that was kept is good",
                because: "It is the one that has taken the place of the spent one.")
            try insomnia.expect(
                sent: ["My info, renewed", "Change my password, renewed", "Refresh again"], since: count,
                "and no Login was sent meanwhile", because: "It would begin another session behind your back.")
        }
    }

    @Test("Send pressed twice on Refresh ends the session; Login begins a new one")
    func survivesTheSecondSend() async throws {
        try await judge(server: product) { api in
            var insomnia = try Insomnia(api)
            try await insomnia.send("Register")
            try await insomnia.send("Login")
            try await insomnia.send("Refresh", expecting: 200, "Refresh is answered", because: "It is the first.")
            try await insomnia.send(
                "Refresh", expecting: 401, error: "token_revoked", "the second time it is refused",
                because: "The tag reads Login's answer, and the token in it is spent.")
            try await insomnia.send(
                "My info", expecting: 401, error: "token_revoked", "and the session has ended",
                because: "Two have come with the same token, and the server cannot know who is who.")
            try await insomnia.send(
                "My info, renewed", failing: .noResults(member: "access_token"), "the renewed tokens are lost as well",
                because: "The last answer to Refresh is the refusal, and there is no token in it.")
            for name in ["Login", "My info", "Refresh", "My info, renewed", "Refresh again"] {
                try await insomnia.send(name, expecting: 200, "after a Login, \(name)", because: "All of it is new.")
            }
        }
    }

    @Test("What has no answer yet is named, and an answer without a token is none")
    func namesWhatIsMissing() async throws {
        try await judge(server: product) { api in
            var insomnia = try Insomnia(api)
            try await insomnia.send(
                "My info, renewed", failing: .noResponses, "before the first Refresh there is nothing to read",
                because: "Its trigger is never, so that nothing is sent behind your back.")
            try await insomnia.send(
                "Login", expecting: 401, error: "invalid_credentials", "nobody has registered",
                because: "It comes first.")
            try await insomnia.send("Register", expecting: 201, "Register is answered", because: "The name is free.")
            try await insomnia.send(
                "My info", failing: .noResults(member: "access_token"), "the last answer to Login is the refusal",
                because: "It is younger than 300 seconds, and so it is read.")
            try await insomnia.send("Login", expecting: 200, "Login is answered", because: "Now somebody has.")
            try await insomnia.send("My info", expecting: 200, "and My info", because: "Its last answer has a token.")
        }
    }
}
