import TestSupport

/// The lesson whose solution has every endpoint that the chain needs.
let product = "refresh"

extension Insomnia {
    /// A collection that was just imported, with a name in it that nobody has.
    init(_ api: ServerLesson) throws {
        self.init(try Collection(), api)
        environment["username"] = Account.unique("ana")
    }

    /// Presses Send, and claims what the answer is.
    mutating func send(
        _ name: String, expecting status: Int, error: String? = nil, _ claim: String, because why: String
    ) async throws {
        let response = try await send(name)
        if let error {
            try response.expect(claim, status: status, error: error, because: why)
        } else {
            try response.expect(claim, status: status, because: why)
        }
    }

    /// Presses Send, and claims that Insomnia sends nothing, and says so.
    mutating func send(
        _ name: String, failing failure: TagFailure, _ claim: String, because why: String
    ) async throws {
        let before = sent
        var got = "it was sent"
        do { try await send(name) } catch let error as TagFailure { got = error.description }
        guard got == failure.description, sent == before else {
            throw ClaimFailure(
                claim, transcript: "Send: \(name)", expected: failure.description, got: "\(got), after \(sent)",
                because: why)
        }
    }

    /// Claims which requests have gone out since there were so many.
    func expect(sent names: [String], since count: Int, _ claim: String, because why: String) throws {
        let got = Array(sent.dropFirst(count))
        guard got == names else {
            throw ClaimFailure(
                claim, transcript: sent.joined(separator: "\n"), expected: "\(names)", got: "\(got)", because: why)
        }
    }
}
