/// A question of a chapter's "Check yourself" or its "Predict", with its options and what there is to say about each.
package struct QuizQuestion: Hashable, Sendable {
    package struct Option: Hashable, Sendable {
        /// `a`, `b` …
        package let letter: Character
        package let text: String

        /// What is printed if this option is right: its first words in backticks; nil where it has none.
        package var outcome: String? {
            let parts = text.split(separator: "`", omittingEmptySubsequences: false)
            return parts.count > 2 ? String(parts[1]) : nil
        }
    }

    /// Such as `Question 3`, or `Predict`.
    package let title: String
    /// Its heading's line; the first line is 1.
    package let line: Int
    /// In Markdown.
    package let text: String
    package let options: [Option]
    /// The letter of the right option.
    package let answer: Character
    /// Why it is right and the others are not, in Markdown.
    package let explanation: String

    /// - Parameter answers: the "Answers" of the chapter, by heading; each begins with the letter of the right option.
    /// - Throws: ``Problem`` if nobody could answer the question.
    init(_ section: Section, answers: [String: String], path: String) throws {
        let start = section.body.firstIndex { Self.option($0) != nil } ?? section.body.endIndex
        var options: [Option] = []
        for line in section.body[start...] {
            if let option = Self.option(line) {
                options.append(option)
            } else if line.isBlank {
                break
            } else if let last = options.last {
                options[options.count - 1] = Option(letter: last.letter, text: last.text + " " + line.trimmed)
            }
        }
        guard options.count > 1 else {
            throw Problem(path, section.line, "\(section.title) needs options, one a line: `- a) …`.")
        }
        let explanation = answers[section.title] ?? ""
        guard let answer = explanation.first, options.contains(where: { $0.letter == answer }) else {
            throw Problem(
                path, section.line,
                "Under Answers, the one to \(section.title) begins with the letter of the right option: `b. …`.")
        }
        (title, line, self.options) = (section.title, section.line, options)
        (self.answer, self.explanation) = (answer, explanation)
        text = section.body[..<start].joined(separator: "\n").trimmed
    }

    /// `- a) words`
    private static func option(_ line: String) -> Option? {
        guard line.hasPrefix("- "), line.dropFirst(3).hasPrefix(") "), let letter = line.dropFirst(2).first,
            letter.isLowercase
        else { return nil }
        return Option(letter: letter, text: String(line.dropFirst(5)))
    }
}
