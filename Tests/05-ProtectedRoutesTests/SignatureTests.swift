import TestSupport
import Testing
import Tokens

@Suite struct SignatureTests {
    @Test("A token that nobody has signed is refused", .exercise("protected-routes.2"))
    func refusesUnsignedTokens() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.unsigned, good: good,
                because: "alg none is a token's wish. The key says which algorithm it is for (RFC 8725 §3.1).")
        }
    }

    @Test("A token that somebody else has signed is refused", .exercise("protected-routes.2"))
    func refusesForeignSignatures() async throws {
        try await judge(server: product) { api in
            let (good, another) = (try await IssuedToken(api), try await IssuedToken(api))
            try await api.expectRefusal(
                of: try good.forged(another), good: good,
                because: "Decoding is not verifying: without the signature anyone can be anybody.")
        }
    }

    @Test("A header that is not ours is refused, rightly signed or not", .exercise("protected-routes.2"))
    func holdsTheHeaderToOurs() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: try good.mislabelled + good.bossy(), good: good,
                because: "What the library does not look at, typ, crit and kid, is ours to check (RFC 8725 §3.11).")
        }
    }

    @Test("No change to a good token is accepted", .exercise("protected-routes.2"))
    func acceptsNoMutation() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusalOfMutations(Rounds.count(160, long: 4_000), of: good)
        }
    }
}
