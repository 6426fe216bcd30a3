import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct UserTests {
    @Test("A token about nobody is good for nothing", .exercise("protected-routes.3"))
    func refusesUnknownUsers() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            let nobody = good.with("sub", .string(UUID().uuidString.lowercased()))
            try await api.myInfo(nobody).expectRefusedToken(
                "a rightly signed token with an id that nobody has is refused",
                because: "A signature proves who made the token, not that its user is still there.")
            try await api.myInfo(good.text).expectInfo(
                of: good.account, "the same token with the id of \(good.account.username) is good",
                because: "She is there.")
        }
    }

    @Test("Whose account is gone is refused at once", .exercise("protected-routes.3"))
    func refusesUsersWhoAreGone() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            var api = try start(database.settings)
            let good = try await IssuedToken(api)
            _ = api.stop()

            api = try start(database.settings)
            try await api.myInfo(good.text).expectInfo(
                of: good.account, "a token outlives a restart",
                because: "The secret is the same, and so is the account.")
            _ = api.stop()

            api = try start()
            try await api.myInfo(good.text).expectRefusedToken(
                "but not the account that it is about",
                because: "The token is as good as ever. Only the database knows that she is gone.")
        }
    }

    @Test("Everybody is who their own token says", .exercise("protected-routes.3"))
    func tellsUsersApart() async throws {
        try await judge(server: product) { api in
            let (ana, bob) = (try await IssuedToken(api), try await IssuedToken(api))
            for token in [ana, bob, ana] {
                try await api.myInfo(token.text).expect(
                    "\(token.account.username)'s token is about \(token.account.username)", status: 200,
                    [.init("id", token.claims["sub"] ?? .null), .init("username", .string(token.account.username))],
                    because: "The subject is looked up anew for every request.")
            }
        }
    }
}
