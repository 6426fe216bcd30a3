import TestSupport
import Testing
import Tokens

@Suite struct EverywhereTests {
    @Test("A logout everywhere ends all sessions of the user, and nobody else's", .exercise("refresh.5"))
    func endsAllSessions() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let ben = try await api.enter(api.newAccount("ben"))
            let sessions = [try await api.enter(account), try await api.renewed(api.enter(account))]
            try await api.logOutEverywhere(sessions[1].access).expect(
                "one of two devices logs out everywhere", status: 200,
                [.init("message", .string("Logged out everywhere."))],
                because: "It needs no fresh token: who fears a thief should not have to look for the password first.")
            for (number, session) in zip(1..., sessions) {
                try await api.expectEnded(
                    session, "session \(number)",
                    because: "SQL holds no id to differ from NULL: `id <> NULL` is never true, and nothing is deleted.")
            }
            try await api.logOutEverywhere(sessions[1].access).expectRevoked(
                "a second time is refused", because: "Its own session is over as well.")
            try await api.expectLiving(ben, "ben has noticed nothing", because: "It was about ana.")
            _ = try await api.renewed(ben, "and goes on")
            try await api.expectLiving(api.enter(account), "ana logs in again", because: "Her account is as it was.")
        }
    }

    @Test("A new password ends all sessions but the one that set it", .exercise("refresh.5"))
    func keepsTheSessionThatSetThePassword() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let ben = try await api.enter(api.newAccount("ben"))
            let thief = try await api.renewed(api.enter(account))
            let other = try await api.enter(account)
            let own = try await api.enter(account)
            let renewed = account.with(password: "a lantern in the snow at night")
            try await api.changePassword(own.access, from: account.password, to: renewed.password).expect(
                "ana sets a new password", status: 204, because: "She suspects that somebody knows the old one.")
            for (name, session) in [("the thief's session", thief), ("her own on another device", other)] {
                try await api.expectEnded(
                    session, name,
                    because:
                        "A new password is meant to keep out whoever is in. Tokens do not ask for passwords: their "
                        + "session has to end.")
            }
            try await api.expectLiving(
                own, "the session that set it goes on", because: "She has just proven who she is.")
            _ = try await api.renewed(own, "and is renewed as ever")
            try await api.expectLiving(ben, "ben has noticed nothing", because: "It was about ana.")
            _ = try await api.enter(renewed)
        }
    }

    @Test("What was ended everywhere is on disk when it is answered, and survives a crash", .exercise("refresh.5"))
    func survivesACrash() async throws {
        try await judge(ownServer: product) { start in
            // The long run kills the server. What another server sees meanwhile is what it would see then.
            let api =
                try Rounds.areLong
                ? start(start.disk().settings.merging(forgiving) { $1 }) : start.sharedOnDisk(forgiving)
            let account = try await api.newAccount()
            let ben = try await api.enter(api.newAccount("ben"))
            let sessions = [try await api.enter(account), try await api.renewed(api.enter(account))]
            try await api.logOutEverywhere(sessions[0].access).expect(
                "ana logs out everywhere", status: 200, because: "What follows is about it.")
            if Rounds.areLong { api.kill() }
            let other = try start.sharedOnDisk(telling)
            for session in sessions {
                try await other.expectEnded(
                    session, "another server with the same accounts is asked in that moment",
                    because: "The answer was a promise.")
            }
            try await other.expectLiving(ben, "and ben's session lives on", because: "It was about ana.")
        }
    }
}
