package import Tokens

/// What a subject has answered: claims are held against it, and a claim that fails shows it.
package protocol Evidence {
    /// The run of the test that it belongs to.
    var trial: Trial { get }
    /// How to ask again, what was sent and what came back.
    var transcript: String { get }
    /// What came back, in short.
    var got: String { get }
    /// The JSON object that came back; nil if it was anything else.
    var object: JSONObject? { get }
}

extension Evidence {
    /// Claims something about the answer.
    ///
    /// - Parameters:
    ///   - claim: what holds then, as a sentence.
    ///   - why: why it matters, in one or two sentences.
    /// - Throws: ``ClaimFailure``.
    package func require(_ holds: Bool, _ claim: String, expected: String, because why: String) throws {
        guard holds else { throw failure(claim, expected: expected, because: why) }
        trial.holds(claim)
    }

    /// Claims that the answer is an object with these members, among others, and that something else holds as well.
    func require(
        _ holds: Bool, _ claim: String, members: [JSONObject.Member], expected: String, because why: String
    ) throws {
        let found = object
        let agree = members.allSatisfy { found?[$0.name] == $0.value }
        let wanted = expected + (members.isEmpty ? "" : " and \(JSONObject(members).json)")
        try require(holds && agree, claim, expected: wanted, because: why)
    }

    func failure(_ claim: String, expected: String, because why: String) -> ClaimFailure {
        ClaimFailure(claim, transcript: transcript, expected: expected, got: got, because: why)
    }
}
