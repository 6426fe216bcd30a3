import Foundation
import TestSupport
import Tokens

/// A connection that stays open: a request on it is at the server at once, so that two can be under way together.
final class WarmConnection {
    private let base: String
    private var connection: RawConnection
    private var received: [UInt8] = []

    init(to base: String) throws {
        self.base = base
        connection = try RawConnection(to: base)
    }

    /// Connects anew if the server has closed the connection meanwhile, since nothing came over it for too long.
    func warmUp() throws {
        if connection.isClosed { connection = try RawConnection(to: base) }
    }

    func send(_ request: Request) { connection.transmit(request.wire) }

    /// The next answer; nil if the server is gone, or says nothing for a minute: a busy one has many logins before ours.
    func answer() -> WarmAnswer? {
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            if let answer = WarmAnswer(takenFrom: &received) { return answer }
            let more = connection.receive()
            guard !more.isEmpty || !connection.isClosed && ContinuousClock.now < deadline else { return nil }
            received += more
        }
    }

    /// Sends the request and waits for its answer, which must come.
    ///
    /// - Throws: ``ClaimFailure`` if the server is gone.
    func ask(_ request: Request) throws -> WarmAnswer {
        send(request)
        return try answer(to: request)
    }

    /// The next answer, which must come.
    ///
    /// - Throws: ``ClaimFailure`` if the server is gone.
    func answer(to request: Request) throws -> WarmAnswer {
        if let answer = answer() { return answer }
        throw ClaimFailure(
            "the server answers", transcript: "> \(request.method) \(request.path)", expected: "an answer",
            got: "a closed connection", because: "A server answers, whatever arrives.")
    }
}

/// What came back over a connection that stays open.
struct WarmAnswer {
    let status: Int
    private let body: JSONObject?

    /// Takes an answer from the front of what has arrived; nil if not all of it has.
    init?(takenFrom received: inout [UInt8]) {
        guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).lowercased().split(separator: "\r\n")
        let length = lines.lazy.compactMap { $0.split(separator: "content-length: ").last.flatMap { Int($0) } }.first
        let last = end.upperBound + (length ?? 0)
        guard received.count >= last else { return nil }
        let words = lines.first?.split(separator: " ") ?? []
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        body = try? JSONObject(parsing: Array(received[end.upperBound..<last]))
        received.removeFirst(last)
    }

    /// A text in the body; empty if it is not there.
    func text(_ member: String) -> String {
        if case .string(let text) = body?[member] { text } else { "" }
    }

    /// Whether the token was refused since it is spent or its session is over.
    var isRevoked: Bool { status == 401 && text("error") == "token_revoked" }

    /// Claims something about the answer.
    ///
    /// - Throws: ``ClaimFailure``.
    func require(_ holds: Bool, _ claim: String, expected: String, because why: String) throws {
        guard !holds else { return }
        let got = "\(status) \(text("error"))"
        throw ClaimFailure(claim, transcript: "< \(got)", expected: expected, got: got, because: why)
    }
}

extension Request {
    /// As it goes over the wire.
    var wire: [UInt8] {
        let fields =
            ["Host: localhost", "Content-Length: \(body?.count ?? 0)"] + headers.map { "\($0.name): \($0.value)" }
        return Array((["\(method) \(path) HTTP/1.1"] + fields + ["", ""]).joined(separator: "\r\n").utf8) + (body ?? [])
    }

    /// Logs in somebody whose password is the one that accounts have in tests.
    static func login(_ username: String) -> Request { entry("/login", username) }

    static func register(_ username: String) -> Request { entry("/register", username) }

    private static func entry(_ path: String, _ username: String) -> Request {
        Request("POST", path).json([
            .init("username", .string(username)), .init("password", .string(Account.passphrase)),
        ])
    }

    static func refresh(_ token: String) -> Request { Request("POST", "/refresh").bearer(token) }

    static func logOut(_ token: String) -> Request { Request("POST", "/logout").bearer(token) }

    static func myInfo(_ token: String) -> Request { Request("GET", "/my-info").bearer(token) }
}

/// Does something that waits for answers on threads of its own, several times at once, and returns what each returned.
///
/// The threads on which tests run are few; none of them is kept waiting.
func onThreads<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) async throws -> [Value] {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try atOnce(count, body) }) }
    }
}
