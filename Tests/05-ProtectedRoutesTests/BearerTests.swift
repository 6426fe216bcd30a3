import TestSupport
import Testing
import Tokens

@Suite struct BearerTests {
    @Test("The token is found behind the scheme, however that is written", .exercise("protected-routes.1"))
    func findsTheBearerToken() async throws {
        try await judge(server: product) { api in
            let token = try await IssuedToken(api)
            for scheme in ["Bearer ", "bearer ", "BEARER ", "bEaReR ", "Bearer    "] {
                let request = Request("GET", "/my-info").header("Authorization", scheme + token.text)
                try await api.send(request).expectInfo(
                    of: token.account, "“\(scheme)” is followed by the token",
                    because: "RFC 9110 §11.1: schemes are compared without regard to case, and spaces may be many.")
            }
        }
    }

    @Test("Who sends no bearer token is asked for one", .exercise("protected-routes.1"))
    func asksForAToken() async throws {
        try await judge(server: product) { api in
            let token = try await IssuedToken(api).text
            try await api.get("/my-info").expectChallenge(
                "a request without the header is asked for a token", because: "It is step 5 of the workflow.")
            let others = [
                "Bearer", "Bearer ", token, "Bearer\(token)", "Basic YW5hOmEgd2Fsaw==", "Token \(token)",
                "JWT \(token)", "Bearer:\(token)", "\"Bearer \(token)\"", "access_token=\(token)",
            ]
            for value in others {
                try await api.send(Request("GET", "/my-info").header("Authorization", value)).expectChallenge(
                    "so is “\(value.prefix(20))”", because: "It is no bearer token (RFC 6750 §2.1).")
            }
        }
    }

    @Test("A token that stands anywhere else is not seen", .exercise("protected-routes.1"))
    func readsTheHeaderAlone() async throws {
        try await judge(server: product) { api in
            let issued = try await IssuedToken(api)
            let token = issued.text
            for query in ["access_token=\(token)", "token=\(token)", "jwt=\(token)", "Authorization=Bearer%20\(token)"]
            {
                try await api.get("/my-info?\(query)").expectChallenge(
                    "a token in the query is not read: ?\(query.prefix(16))…",
                    because: "URLs end up in histories, in logs and in the Referer of the next request.")
            }
            let headers = [
                ("Cookie", "access_token=\(token)"), ("Cookie", "access_token_cookie=\(token)"),
                ("X-Access-Token", token), ("Proxy-Authorization", "Bearer \(token)"),
                ("X-Authorization", "Bearer \(token)"),
            ]
            for (name, value) in headers {
                try await api.send(Request("GET", "/my-info").header(name, value)).expectChallenge(
                    "neither is one in \(name)",
                    because: "A browser sends cookies by itself, also for a page that means harm.")
            }
            let answer = try await api.get("/my-info?access_token=x")
            let form = "access_token=\(token)"
            let received = try api.raw(
                "GET /my-info HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(form.utf8.count)\r\n\r\n\(form)")
            try answer.require(
                received.contains("authorization_required"), "nor one in a body",
                expected: "authorization_required, not \(received)", because: "One place is enough to look after.")
            try await api.send(Request("GET", "/my-info?access_token=x").bearer(token)).expectInfo(
                of: issued.account, "and the header counts, whatever the query says",
                because: "A query is nobody's business here.")
        }
    }

    @Test("Two Authorization headers are no request", .exercise("protected-routes.1"))
    func refusesTwoHeaders() async throws {
        try await judge(server: product) { api in
            let token = try await IssuedToken(api)
            try await api.myInfo(token.text).expectInfo(
                of: token.account, "one header is read", because: "That is how a token is sent.")
            let line = "Authorization: Bearer \(token.text)\r\n"
            for other in [line, "Authorization: Bearer x\r\n", "authorization: Basic eDp5\r\n"] {
                for lines in [line + other, other + line] {
                    let received = try api.raw(
                        "GET /my-info HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\(lines)\r\n")
                    let answer = try await api.myInfo(token.text)
                    try answer.require(
                        received.hasPrefix("HTTP/1.1 400 ") && received.contains("\"invalid_request\""),
                        "two are refused as no request", expected: "400 invalid_request, not \(received)",
                        because: "A proxy may look at the first and the server at the second: two opinions of who asks."
                    )
                }
            }
        }
    }
}
