/// What a failed test teaches: what holds, how to ask again, expected and got, why it matters, where to look.
enum Report {
    static func text(_ failure: ClaimFailure, held: [String], place: String) -> String {
        var lines = held.map { "✓ \($0)" }
        lines.append("✗ \(failure.claim)")
        lines.append("")
        lines += failure.transcript.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        lines.append("")
        lines.append(contentsOf: column("expected", failure.expected))
        lines.append(contentsOf: column("got", failure.got))
        lines.append(contentsOf: column("why", failure.why))
        lines.append(contentsOf: column("where", place))
        return lines.joined(separator: "\n")
    }

    private static func column(_ name: String, _ text: String) -> [String] {
        let label = name + String(repeating: " ", count: 10 - name.count)
        let indent = String(repeating: " ", count: label.count)
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            "  " + (index == 0 ? label : indent) + line
        }
    }
}
