import Processes
package import Tokens

/// What a command answered.
package struct Answer: Evidence, Sendable {
    package let trial: Trial
    private let captured: Captured
    private let command: CommandText

    init(_ captured: Captured, command: CommandText, trial: Trial) {
        (self.captured, self.command, self.trial) = (captured, command, trial)
    }

    /// Standard output without the line break at its end.
    package var text: String {
        captured.output.hasSuffix("\n") ? String(captured.output.dropLast()) : captured.output
    }

    /// Standard error, without the traces of borrowing, and without most of a backtrace.
    package var complaint: String {
        let said = LastWords(captured.errors).text.split(separator: "\n")
        return said.filter { !$0.hasPrefix(Trial.borrowedMark) }.joined(separator: "\n")
    }

    /// The exit status; 128 and more for a signal.
    package var status: Int32 { captured.ending.status }

    package var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    package var object: JSONObject? { try? JSONObject(parsing: captured.standardOutput) }

    package var transcript: String {
        let lines = shown.isEmpty ? [] : shown.prefix(2_000).split(separator: "\n").map { "< \($0)" }
        let tokens = DecodedTokens(in: command.description, shown).lines
        return (["\(command)"] + lines + ["< \(captured.ending)"] + tokens).joined(separator: "\n")
    }

    package var got: String { "\(captured.ending)" + (shown.isEmpty ? "" : " and \(shown.prefix(2_000))") }

    private var shown: String { captured.output.isEmpty ? complaint : text }

    /// Claims that the command ends with this status and prints an object with these members, among others.
    ///
    /// - Throws: ``ClaimFailure``.
    package func expect(
        _ claim: String, status: Int32, _ members: [JSONObject.Member] = [], because why: String
    ) throws {
        try require(
            captured.ending.status == status, claim, members: members, expected: "exit status \(status)", because: why)
    }

    /// Notes in the trial what was borrowed while the program ran.
    func noteBorrowing() { trial.noteBorrowing(in: captured.errors) }

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
                because: "A trap (!, an index out of range, an overflow) ends the process: in a server, for everybody.")
        }
    }
}
