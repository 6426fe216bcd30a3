import TestSupport
import Testing

/// What the lesson gives: rights are those of the moment at which a request acts.
@Suite struct LateBodyTests {
    @Test("Who is an admin no more when the body is there changes no role")
    func refusesWhoeverWasAnAdmin() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Account.rootSettings)
            let root = try await api.enter(.root)
            let adele = try await api.newAdmin(by: root)
            let body = #"{"is_admin":true}"#
            let head = [
                "PUT /user/\(adele.id)/role HTTP/1.1", "Host: localhost", "Connection: close",
                "Authorization: Bearer \(adele.token)", "Content-Type: application/json",
                "Content-Length: \(body.utf8.count)",
            ]
            let begun = try RawConnection(to: api.base)
            begun.transmit(Array((head.joined(separator: "\r\n") + "\r\n\r\n{").utf8))
            try await api.setRole(of: adele.id, false, as: root).expect(
                "adele is an admin when her request begins, and none before it ends", status: 200,
                because: "There are two admins.")
            let answer = String(decoding: begun.exchange(Array(body.utf8.dropFirst())), as: UTF8.self)
            let info = try await api.myInfo(as: adele)
            // A very busy machine hangs up on a body that has taken ten seconds, which is a refusal too.
            try info.require(
                answer.hasPrefix("HTTP/1.1 403 ") || answer.isEmpty, "so the request is refused",
                expected: "403, not \(answer)",
                because: "A body can take seconds to arrive. Whoever keeps a request half sent would outlast every "
                    + "dismissal: ask who somebody is when the request is complete.")
            try info.expectUser(
                "and she is like others", adele.id, adele.username, isAdmin: false, because: "She was refused.")
        }
    }
}
