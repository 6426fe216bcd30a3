/// A comment by which a core file says that something begins or ends: `// …` in Swift, `# …` in a Dockerfile.
enum Mark: Equatable {
    case exercise(id: String, task: String)
    case end(id: String)
    case region(String)
    case endRegion(String)

    /// Reads a line; nil if it is no mark.
    init?(_ line: some StringProtocol) {
        let text = line.drop { $0 == " " }
        guard let leader = ["// ", "# "].first(where: text.hasPrefix) else { return nil }
        let words = text.dropFirst(leader.count)
        if words.hasPrefix("exercise "), let colon = words.firstIndex(of: ":") {
            let id = words[..<colon].dropFirst(9)
            guard Self.isExercise(id) else { return nil }
            self = .exercise(id: String(id), task: words[colon...].dropFirst().trimmed)
        } else if words.hasPrefix("end "), Self.isExercise(words.dropFirst(4)) {
            self = .end(id: String(words.dropFirst(4)))
        } else if words.hasPrefix("region "), Self.isName(words.dropFirst(7)) {
            self = .region(String(words.dropFirst(7)))
        } else if words.hasPrefix("endregion "), Self.isName(words.dropFirst(10)) {
            self = .endRegion(String(words.dropFirst(10)))
        } else {
            return nil
        }
    }

    /// Whether a text may have marks in it: most have none, and need not be read line by line.
    static func mayStand(in text: String) -> Bool {
        ["// exercise ", "// end ", "// region ", "// endregion ", "# exercise ", "# end "].contains(where: text.holds)
    }

    /// `jwt-anatomy.2`: a lesson's name and a number.
    static func isExercise(_ text: some StringProtocol) -> Bool {
        guard let dot = text.lastIndex(of: ".") else { return false }
        let number = text[text.index(after: dot)...]
        return isName(text[..<dot]) && !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func isName(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
}

extension StringProtocol {
    /// Without the spaces and line ends around it.
    package var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    /// How many spaces it begins with.
    var indentation: Int { prefix { $0 == " " }.count }

    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
