import TestSupport
import Testing
import Tokens

@Suite struct ClaimTests {
    @Test("An expired token is called expired", .exercise("protected-routes.2"))
    func tellsExpiryFromForgery() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.untimely, good: good,
                because: "Whoever hears token_expired asks for a new one; after invalid_token that is no use.")
        }
    }

    @Test("Times must be there, in whole seconds", .exercise("protected-routes.2"))
    func refusesStrangeTimes() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.mistimed, good: good, because: "A token without an end that can be read would live for ever.")
        }
    }

    @Test("A token by or for somebody else is refused", .exercise("protected-routes.2"))
    func refusesOtherIssuersAndAudiences() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.misaddressed, good: good,
                because: "Two services may share a secret; iss and aud keep their tokens apart (RFC 8725 §3.8, §3.9).")
        }
    }

    @Test("A claim that is missing or of the wrong type is no trap", .exercise("protected-routes.2"))
    func refusesStrangeClaims() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            try await api.expectRefusal(
                of: good.misdescribed, good: good, because: "What is needed later is asked for at the door.")
        }
    }

    @Test("What is allowed to differ may differ", .exercise("protected-routes.2"))
    func acceptsHarmlessDifferences() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            let audience = good.claims["aud"] ?? .null
            let spaced = good.claims.json.replacing(":", with: ": ").replacing(",", with: " ,\n ")
            let rows = [
                ("aud as a list with ours in it", good.with("aud", .array([.string("another"), audience]))),
                ("iat in the future", good.with("iat", .integer(secondsNow() + 300))),
                ("nbf long ago", good.with("nbf", .integer(-1))),
                ("exp in a minute", good.with("exp", .integer(secondsNow() + 60))),
                ("a claim that nobody knows", good.with("favourite_colour", .string("grün"))),
                ("spaces in its JSON", good.signed(claims: spaced)),
                ("a header member that nobody knows", good.withHeader({ $0["x"] = .number(1e300) })),
            ]
            for (name, token) in rows {
                try await api.myInfo(token).expectInfo(
                    of: good.account, "a token with \(name) is good",
                    because: "RFC 7519 §4: what is not understood is ignored; nbf and exp decide about time.")
            }
        }
    }

    @Test("Of two causes the first in the order is told", .exercise("protected-routes.2"))
    func tellsTheFirstCause() async throws {
        try await judge(server: product) { api in
            let good = try await IssuedToken(api)
            let past = JSONValue.integer(secondsNow() - 10)
            let expired = good.with("exp", past)
            let rows = [
                HostileToken("an end in the past and a bad signature", good.wronglySigned(expired)),
                HostileToken(
                    "an end in the past and alg none",
                    good.withClaims({ $0["exp"] = past }).replacing(good.parts.header, with: "eyJhbGciOiJub25lIn0")),
                HostileToken(
                    "an end in the past and another audience",
                    good.withClaims({ ($0["exp"], $0["aud"]) = (past, .string("another")) }), error: "token_expired"),
                HostileToken(
                    "an end in the past and no subject",
                    good.withClaims({ ($0["exp"], $0["sub"]) = (past, nil) }), error: "token_expired"),
                HostileToken(
                    "another audience and the type refresh",
                    good.withClaims({ ($0["aud"], $0["type"]) = (.string("another"), .string("refresh")) })),
            ]
            try await api.expectRefusal(
                of: rows, good: good, because: "Only who holds a rightly signed token may learn what is wrong with it.")
        }
    }
}
