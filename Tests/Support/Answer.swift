import Processes
package import Tokens

/// What a command answered.
package struct Answer: Sendable {
    static let borrowedMark = "Workbook-Borrowed: "

    private let captured: Captured
    private let command: CommandText
    private let trial: Trial

    init(_ captured: Captured, command: CommandText, trial: Trial) {
        (self.captured, self.command, self.trial) = (captured, command, trial)
    }

    /// Standard output without the line break at its end.
    package var text: String {
        captured.output.hasSuffix("\n") ? String(captured.output.dropLast()) : captured.output
    }

    /// Standard error, without the traces of borrowing.
    package var complaint: String {
        captured.errors.split(separator: "\n").filter { !$0.hasPrefix(Self.borrowedMark) }.joined(separator: "\n")
    }

    package var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The JSON object on standard output; nil if it is anything else.
    package var object: JSONObject? { try? JSONObject(parsing: Array(captured.output.utf8)) }

    /// Claims that the command ends with this status and prints an object with these members, among others.
    ///
    /// - Parameters:
    ///   - claim: what holds then, as a sentence.
    ///   - why: why it matters, in one or two sentences.
    /// - Throws: ``ClaimFailure``.
    package func expect(
        _ claim: String, status: Int32, _ members: [JSONObject.Member] = [], because why: String
    ) throws {
        let found = object
        let holds = captured.ending.status == status && members.allSatisfy { found?[$0.name] == $0.value }
        let wanted = "exit status \(status)" + (members.isEmpty ? "" : " and \(JSONObject(members).json)")
        try require(holds, claim, expected: wanted, because: why)
    }

    /// Claims something about what was printed.
    ///
    /// - Throws: ``ClaimFailure``.
    package func require(_ holds: Bool, _ claim: String, expected: String, because why: String) throws {
        guard holds else { throw failure(claim, expected: expected, because: why) }
        trial.holds(claim)
    }

    /// Claims that the program came to an end by itself.
    func requireEnd() throws {
        if captured.timedOut {
            throw failure(
                "the program comes to an end", expected: "an answer within ten seconds",
                because: "Is there an endless loop?")
        }
        if case .signalled = captured.ending {
            throw failure(
                "the program survives what it is given", expected: "an exit status, whatever arrives",
                because:
                    "A trap (!, an index out of range, an overflow) ends the process; in a server that is everybody's.")
        }
    }

    private func failure(_ claim: String, expected: String, because why: String) -> ClaimFailure {
        let output = captured.output.isEmpty ? complaint : text
        return ClaimFailure(
            claim, transcript: Transcript(command: command, output: output, ending: captured.ending).text,
            expected: expected, got: "\(captured.ending)" + (output.isEmpty ? "" : " and \(output.prefix(2_000))"),
            because: why)
    }
}
