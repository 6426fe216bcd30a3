import TestSupport

/// What one client knows when its server is killed: what was answered, and what was under way.
struct Journal: Sendable {
    /// One login, and what came of it.
    struct Session: Sendable {
        var access: String
        /// The refresh token that was brought by the last answer.
        var refresh: String
        /// Those before it.
        var spent: [String] = []
        var isLoggedOut = false
        /// What was asked and not answered.
        var underWay: UnderWay?

        enum UnderWay { case refresh, logout }
    }

    /// Who was told 201.
    var registered: [String] = []
    var sessions: [Session] = []
}

/// A client that registers, logs in, refreshes and logs out, over and over, until its server is gone.
struct RestlessClient {
    private struct ServerGone: Error {}

    private let connection: OpenConnection
    private let answered: @Sendable () -> Void
    private var random: SeededGenerator
    private var journal = Journal()

    /// - Parameter answered: is called after every answer.
    init(at base: String, seed: UInt64, answered: @escaping @Sendable () -> Void) throws {
        connection = try OpenConnection(to: base)
        (random, self.answered) = (SeededGenerator(seed: seed), answered)
    }

    /// - Throws: ``ClaimFailure`` if something is not answered as it should be.
    mutating func work() throws -> Journal {
        do {
            while true { try live() }
        } catch is ServerGone {
            return journal
        }
    }

    /// One account and a few sessions of it.
    private mutating func live() throws {
        let username = Account.unique("ana")
        _ = try ask(.register(username), expecting: 201)
        journal.registered.append(username)
        for _ in 0..<Int.random(in: 1...3, using: &random) { try session(of: username) }
    }

    private mutating func session(of username: String) throws {
        let login = try ask(.login(username), expecting: 200)
        journal.sessions.append(.init(access: login.text("access_token"), refresh: login.text("refresh_token")))
        let last = journal.sessions.count - 1
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let token = journal.sessions[last].refresh
            journal.sessions[last].underWay = .refresh
            let answer = try ask(.refresh(token), expecting: 200)
            journal.sessions[last].spent.append(token)
            journal.sessions[last].access = answer.text("access_token")
            journal.sessions[last].refresh = answer.text("refresh_token")
            journal.sessions[last].underWay = nil
        }
        guard Bool.random(using: &random) else { return }
        journal.sessions[last].underWay = .logout
        let token = Bool.random(using: &random) ? journal.sessions[last].access : journal.sessions[last].refresh
        _ = try ask(.logOut(token), expecting: 200)
        journal.sessions[last].isLoggedOut = true
        journal.sessions[last].underWay = nil
    }

    private func ask(_ request: Request, expecting status: Int) throws -> RawAnswer {
        connection.send(request)
        guard let answer = connection.answer(to: request) else { throw ServerGone() }
        answered()
        try answer.require(
            answer.status == status, "\(request.method) \(request.path) is answered with \(status)",
            expected: "\(status)", because: "Nothing is wrong with it; several such clients are at work.")
        return answer
    }
}
