import Foundation
import TestSupport
import Testing

@Suite struct HangUpTests {
    @Test("A client that hangs up leaves nothing half done", .exercise("refresh.3"))
    func leavesNothingHalfDone() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            try await api.replay("before anybody hangs up")
            let rounds = Rounds.count(2, long: 200)
            _ = try await onThreads(2) { [base = api.base] number in
                var random = SeededGenerator(seed: SeededGenerator.seed &+ UInt64(number))
                let connection = try OpenConnection(to: base)
                for round in 0..<rounds / 2 {
                    let login = try connection.ask(.login(account.username))
                    let (access, refresh) = (login.text("access_token"), login.text("refresh_token"))
                    try Self.hangUp(
                        on: base, (round + number).isMultiple(of: 2) ? .refresh(refresh) : .logOut(access), &random)
                    try Self.expectConsistency(connection, access: access, refresh: refresh)
                }
            }
            let answer = try await api.myInfo(api.enter(account).access)
            try answer.require(
                answer.status == 200 && !api.hasEnded, "and after \(rounds) of them the same process still serves",
                expected: "200, from the process that was started", because: "Clients come and go.")
        }
    }

    /// Sends a request, perhaps not all of it, and is gone a moment later.
    private static func hangUp(on base: String, _ request: Request, _ random: inout SeededGenerator) throws {
        let connection = try RawConnection(to: base)
        let bytes = request.wire(to: base)
        let isWhole = Int.random(in: 0..<4, using: &random) > 0
        connection.transmit(isWhole ? bytes : Array(bytes.prefix(.random(in: 0..<bytes.count, using: &random))))
        let moment = ContinuousClock.now + .microseconds(.random(in: 0...4_000, using: &random))
        while ContinuousClock.now < moment { Thread.sleep(forTimeInterval: 0.000_1) }
    }

    /// The request may be carried out at any time from now on, or never. But once a token of the session is refused,
    /// all of them are.
    private static func expectConsistency(_ connection: OpenConnection, access: String, refresh: String) throws {
        var tokens = [Request.myInfo(access), .refresh(refresh)]
        let child = try connection.ask(.refresh(refresh))
        if child.status == 200 {
            tokens += [.myInfo(child.text("access_token")), .logOut(child.text("refresh_token"))]
            // Refused without being spent: the session has ended since, or lives.
            tokens.remove(at: 1)
        }
        let answers = [child] + (try tokens.map(connection.ask))
        guard let first = answers.firstIndex(where: { $0.status != 200 }) else { return }
        for answer in answers[first...] {
            try answer.require(
                answer.isRevoked, "once one token of a session is refused, all are", expected: "401 token_revoked",
                because: "A logout of which one half was undone leaves a door open that its user believes shut.")
        }
    }
}
