import Terminal

/// A chapter for the terminal: prose broken to its width, code as it stands, folded parts left out.
struct MarkdownView {
    let width: Int
    let paint: Paint
    /// Whether to show what a `<details>` under these two headings holds.
    let unfolds: (_ part: String, _ heading: String) -> Bool

    /// Lines longer than this tire the eye, however wide the window.
    private var measure: Int { min(width, 88) }

    func render(_ text: String) -> String {
        var lines: [String] = []
        var paragraph = ""
        var (part, heading) = ("", "")
        var isFence = false
        var isFolded = false

        func endParagraph() {
            if !paragraph.isEmpty { lines.append(paragraph.wrapped(to: measure)) }
            paragraph = ""
        }

        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("</details>") {
                isFolded = false
            } else if isFolded {
                continue
            } else if line.hasPrefix("```") {
                endParagraph()
                isFence.toggle()
            } else if isFence {
                lines.append("    " + paint.cyan(line))
            } else if line.hasPrefix("<details>") {
                endParagraph()
                isFolded = !unfolds(part, heading)
                let note = isFolded ? " (folded)" : ""
                lines.append(paint.dim(Self.summary(of: line) + note))
            } else if line.hasPrefix("#") {
                endParagraph()
                let level = line.prefix { $0 == "#" }.count
                let title = String(line.dropFirst(level).drop { $0 == " " })
                if level == 2 { (part, heading) = (title, "") }
                if level == 3 { heading = title }
                lines.append(paint.bold(title.wrapped(to: measure)))
            } else if line.allSatisfy(\.isWhitespace) {
                endParagraph()
                lines.append("")
            } else if Self.beginsBlock(line) {
                endParagraph()
                if line.hasPrefix("|") { lines.append(line) } else { paragraph = line }
            } else {
                paragraph += paragraph.isEmpty ? line : " " + line.drop { $0 == " " }
            }
        }
        endParagraph()
        return Self.withoutDoubledBlanks(lines).joined(separator: "\n")
    }

    private static func summary(of line: String) -> String {
        line.replacing("<details>", with: "").replacing("<summary>", with: "").replacing("</summary>", with: "")
    }

    /// A list item, a quotation or a row of a table begins anew; any other line goes on with its paragraph.
    private static func beginsBlock(_ line: String) -> Bool {
        let words = line.drop { $0 == " " }
        let isNumbered = words.first?.isNumber == true && words.drop { $0.isNumber }.hasPrefix(". ")
        return isNumbered || ["- ", "* ", "> ", "|"].contains { words.hasPrefix($0) }
    }

    private static func withoutDoubledBlanks(_ lines: [String]) -> [String] {
        var kept: [String] = []
        for line in lines where !(line.isEmpty && kept.last?.isEmpty == true) { kept.append(line) }
        return kept
    }
}
