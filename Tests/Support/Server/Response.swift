package import Tokens

/// What a server answered to a request.
package struct Response: Evidence, Sendable {
    package let trial: Trial
    package let request: Request
    /// Where it was sent, without the path.
    let base: String
    package let status: Int
    let headers: [(name: String, value: String)]
    package let body: [UInt8]

    package var object: JSONObject? { try? JSONObject(parsing: body) }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a header field, its name taken without regard to case; nil if it is absent.
    package func header(_ name: String) -> String? { headers.value(of: name) }

    /// A text member of the body.
    ///
    /// - Throws: ``ClaimFailure`` if it is not there or is no text.
    package func string(_ member: String) throws -> String {
        guard case .string(let value) = object?[member] else {
            throw failure(
                "the answer has \(member)", expected: "a JSON object with a text member \(member)",
                because: "What follows needs it.")
        }
        return value
    }

    package var transcript: String {
        let sent = ["> \(request.method) \(request.path)"] + request.headers.map { "> \($0.name): \($0.value)" }
        let told = ["content-type", "www-authenticate", "cache-control", "allow", "retry-after"]
        let received =
            ["< \(status)"]
            + headers.filter { told.contains($0.name.lowercased()) }.map { "< \($0.name): \($0.value)" }
            + text.prefix(2_000).split(separator: "\n").map { "< \($0)" }
        let curl = request.curl(to: base)
        return ([curl] + sent + body(request.body) + received + DecodedTokens(in: curl, text).lines)
            .joined(separator: "\n")
    }

    package var got: String { "\(status)" + (body.isEmpty ? "" : " and \(text.prefix(2_000))") }

    private func body(_ bytes: [UInt8]?) -> [String] {
        guard let bytes, !bytes.isEmpty else { return [] }
        return String(decoding: bytes.prefix(2_000), as: UTF8.self).split(separator: "\n").map { "> \($0)" }
    }

    /// Claims that the server answers with this status and an object with these members, among others.
    ///
    /// - Throws: ``ClaimFailure``.
    package func expect(_ claim: String, status: Int, _ members: [JSONObject.Member] = [], because why: String) throws {
        try require(self.status == status, claim, members: members, expected: "\(status)", because: why)
    }

    /// Claims that the server refuses with this status and this code, in the one body for errors.
    ///
    /// - Throws: ``ClaimFailure``.
    package func expect(_ claim: String, status: Int, error code: String, because why: String) throws {
        let message: JSONValue? = object?["message"]
        let isSentence = if case .string(let text) = message { !text.isEmpty } else { false }
        try require(
            self.status == status && isSentence, claim, members: [.init("error", .string(code))],
            expected: "\(status) with a message for people", because: why)
    }
}
