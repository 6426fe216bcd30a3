/// What a chapter says about an exercise: its heading `### login.1 — Title` and the line below it.
package struct ExerciseEntry: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The heading's line; the first line is 1.
    package let line: Int
    package let minutes: Int?
    package let prevents: [String]
    package let judgedBy: [String]

    /// Nil for a heading that does not begin with an exercise's id.
    init?(_ section: Section, path: String) throws {
        let words = section.title.split(separator: " ", maxSplits: 2)
        guard section.level == 3, let id = words.first, Mark.isExercise(id) else { return nil }
        guard words.count == 3, ["—", "–", "-"].contains(words[1]) else {
            throw Problem(path, section.line, "Write the heading as `### \(id) — Title`.")
        }
        (self.id, title, line) = (String(id), words[2].trimmed, section.line)

        let facts = section.body.first { !$0.isBlank } ?? ""
        guard facts.hasPrefix("*"), facts.hasSuffix("*"), facts.contains("minute") else {
            throw Problem(
                path, section.line,
                "Below this heading belongs a line such as *5 minutes · prevents `flaw` · judged by `testName`*.")
        }
        let parts = facts.dropFirst().dropLast().split(separator: "·").map(\.trimmed)
        minutes = parts.first { $0.contains("minute") }.flatMap { Int($0.prefix(while: \.isNumber)) }
        prevents = Self.names(in: parts.first { $0.hasPrefix("prevents ") })
        judgedBy = Self.names(in: parts.first { $0.hasPrefix("judged by ") })
    }

    /// What stands between backticks.
    private static func names(in text: String?) -> [String] {
        let pieces = (text ?? "").split(separator: "`", omittingEmptySubsequences: false)
        return pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
