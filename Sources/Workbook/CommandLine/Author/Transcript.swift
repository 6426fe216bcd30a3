import Curriculum

/// Compares what a chapter shows with what a command prints.
enum Transcript {
    /// `[..]` stands for anything within a line, and a line `[...]` for any number of lines. Spaces at the end of a line
    /// and blank lines at the end do not count.
    static func matches(_ shown: [String], _ printed: [String]) -> Bool {
        matches(tidy(shown)[...], tidy(printed)[...])
    }

    /// What two runs have printed alike, with `[..]` in place of each word that differs. Lines that only one of them has
    /// stand as the first one printed them.
    static func common(of one: String, _ other: String) -> String {
        let others = other.lines
        return one.lines.enumerated().map { number, line in
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            let same =
                number < others.count
                ? others[number].split(separator: " ", omittingEmptySubsequences: false) : words
            guard words.count == same.count else { return "[..]" }
            return zip(words, same).map { $0 == $1 ? String($0) : "[..]" }.joined(separator: " ")
        }.joined(separator: "\n")
    }

    private static func matches(_ shown: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
        var (shown, printed) = (shown, printed)
        while let line = shown.popFirst() {
            if line.drop(while: { $0 == " " }) == "[...]" {
                return shown.isEmpty
                    || printed.indices.contains { matches(shown, printed[$0...]) }
            }
            guard let first = printed.popFirst(), matches(line: line, first) else { return false }
        }
        return printed.isEmpty
    }

    private static func matches(line: String, _ printed: String) -> Bool {
        let parts = line.split(separator: "[..]", omittingEmptySubsequences: false)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return line == printed }
        guard printed.hasPrefix(first) else { return false }
        var rest = printed.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }

    private static func tidy(_ lines: [String]) -> [String] {
        let trimmed = lines.map { String($0.reversed().drop { $0.isWhitespace }.reversed()) }
        return Array(trimmed.reversed().drop(while: \.isEmpty).reversed())
    }
}
