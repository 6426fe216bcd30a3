import TestSupport
import Tokens

extension OpenConnection {
    /// Sends the request and waits for its answer, which must come.
    ///
    /// - Throws: ``ClaimFailure`` if the server is gone.
    func ask(_ request: Request) throws -> RawAnswer {
        send(request)
        return try answered(request)
    }

    /// The answer to a request that was sent, which must come.
    ///
    /// - Throws: ``ClaimFailure`` if the server is gone.
    func answered(_ request: Request) throws -> RawAnswer {
        if let answer = answer(to: request) { return answer }
        throw ClaimFailure(
            "the server answers", transcript: "> \(request.method) \(request.path)", expected: "an answer",
            got: "a closed connection", because: "A server answers, whatever arrives.")
    }
}

extension RawAnswer {
    /// A text in the body; empty if it is not there.
    func text(_ member: String) -> String {
        if case .string(let text) = try? JSONObject(parsing: body)[member] { text } else { "" }
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
    static func refresh(_ token: String) -> Request { Request("POST", "/refresh").bearer(token) }

    static func logOut(_ token: String) -> Request { Request("POST", "/logout").bearer(token) }

    static func myInfo(_ token: String) -> Request { Request("GET", "/my-info").bearer(token) }
}
