import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct RefusalTests {
    @Test("Somebody known who is not allowed is told 403, and keeps the token", .exercise("claims.3"))
    func says403() async throws {
        try await judge(server: product) { api in
            let ana = try await api.newMember()
            let ben = try await api.newMember("ben")
            for answer in [try await api.see(ana.id, as: ben), try await api.delete(ana.id, as: ben)] {
                try answer.expectForbidden(
                    "\(answer.request.method) of somebody else's account is 403",
                    because: "401 would say that the token is bad. A client throws a bad token away and logs in again, "
                        + "and again, to no end.")
                try answer.require(
                    answer.header("WWW-Authenticate") == #"Bearer realm="jwt-workbook", error="insufficient_scope""#,
                    "with the reason of the standard", expected: "insufficient_scope in WWW-Authenticate",
                    because: "RFC 6750 §3.1: the request needs more rights than the token gives.")
            }
            try await api.see(ben.id, as: ben).expect(
                "the token is as good as before", status: 200, because: "There was nothing wrong with it.")
        }
    }

    @Test("A stranger cannot tell somebody from nobody", .exercise("claims.3"))
    func hidesWhichIDsExist() async throws {
        try await judge(server: product) { api in
            let ana = try await api.newMember()
            let ben = try await api.newMember("ben")
            for method in ["GET", "DELETE", "HEAD"] {
                let somebody = try await api.send(Request(method, "/user/\(ana.id)").bearer(ben.token))
                let known = try api.raw(method, "/user/\(ana.id)", as: ben)
                for id in method == "GET" ? Self.nobodies : Self.someNobodies {
                    let nobody = try api.raw(method, "/user/\(id)", as: ben)
                    try somebody.require(
                        somebody.status == 403 && nobody == known,
                        "\(method) answers for \(id.prefix(40)) what it answers for ana", expected: known,
                        because: "Who may not know whether there is such an account must not learn it by asking: not "
                            + "by a 404, nor by one byte.")
                }
            }
        }
    }

    @Test("An admin is told 404 for an account that is not there", .exercise("claims.3"))
    func tellsAdminsTheTruth() async throws {
        try await judge(adminOf: product) { api, admin in
            let root = try await api.enter(admin)
            var answers: [Response] = []
            for id in Self.nobodies + [root.id.uppercased()] { answers.append(try await api.see(id, as: root)) }
            for id in Self.someNobodies + [root.id.uppercased()] { answers.append(try await api.delete(id, as: root)) }
            for answer in answers {
                try answer.expect(
                    "\(answer.request.method) \(answer.request.path.prefix(40)) is 404", status: 404,
                    error: "not_found",
                    because: "An admin may know. An id that is no UUID is nobody's, and no reason for a 400 or 500.")
            }
        }
    }

    /// Enough for every method but one.
    static var someNobodies: [String] {
        nobodies.enumerated().filter { Rounds.areLong || $0.offset.isMultiple(of: 3) }.map(\.element)
    }

    /// Ids that nobody has: a UUID, and what is none.
    static let nobodies = [
        "6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11", "00000000-0000-0000-0000-000000000000", "1", "0", "-1", "me", "role",
        "%27%20OR%201=1%20--", "%00", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%99%82", "%ff", "*",
        String(repeating: "a", count: 4_000),
    ]
}
