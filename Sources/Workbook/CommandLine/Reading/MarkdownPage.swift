import Terminal

/// What has been rendered of a chapter so far.
struct MarkdownPage {
    private enum Within {
        case prose, code, diagram, foldedPart
    }

    private let view: MarkdownView
    private var within = Within.prose
    private var lines: [String] = []
    private var paragraph = ""
    private var part = ""
    private var heading = ""

    init(view: MarkdownView) {
        self.view = view
    }

    /// All lines, with one blank line where there would be several.
    var finished: [String] {
        var page = self
        page.endParagraph()
        return page.lines.reduce(into: []) { kept, line in
            if !(line.isEmpty && kept.last?.isEmpty == true) { kept.append(line) }
        }
    }

    mutating func take(_ line: String) {
        switch within {
        case .foldedPart:
            if line.hasPrefix("</details>") { within = .prose }
        case .diagram:
            if line.hasPrefix("```") { within = .prose }
        case .code:
            if line.hasPrefix("```") { within = .prose } else { lines.append("    " + view.paint.cyan(line)) }
        case .prose:
            takeProse(line)
        }
    }

    private mutating func takeProse(_ line: String) {
        guard
            line.hasPrefix("```") || line.hasPrefix("#") || line.hasPrefix("|") || line.hasPrefix("<") || isBlank(line)
        else { return takeWords(line) }
        endParagraph()
        if line.hasPrefix("```") {
            // A sentence beside each diagram says the same.
            within = line.hasPrefix("```mermaid") ? .diagram : .code
        } else if line.hasPrefix("#") {
            takeHeading(line)
        } else if line.hasPrefix("|") {
            takeRow(line)
        } else if line.hasPrefix("<details>") {
            takeDetails(line)
        } else if isBlank(line) {
            lines.append("")
        } else if !line.hasPrefix("</details>") {
            takeWords(line)
        }
    }

    private mutating func takeHeading(_ line: String) {
        let level = line.prefix { $0 == "#" }.count
        let title = String(line.dropFirst(level).drop { $0 == " " })
        if level == 2 { (part, heading) = (title, "") }
        if level == 3 { heading = title }
        lines.append(view.paint.bold(title.wrapped(to: view.measure)))
    }

    /// The cells of a table's row, without its lines and empty heads.
    private mutating func takeRow(_ line: String) {
        let cells = line.split(separator: "|").map {
            String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        let words = cells.filter { cell in !cell.allSatisfy { $0 == "-" || $0 == ":" } }
        if !words.isEmpty { lines.append("- \(words.joined(separator: " · "))".wrapped(to: view.measure)) }
    }

    private mutating func takeDetails(_ line: String) {
        let summary = ["<details>", "<summary>", "</summary>"].reduce(line) { $0.replacing($1, with: "") }
        let isFolded = !view.unfolds(part, heading)
        if isFolded { within = .foldedPart }
        lines.append(view.paint.dim(summary + (isFolded ? " (folded)" : "")))
    }

    /// Goes on with the paragraph, unless a list item or a quotation begins here.
    private mutating func takeWords(_ line: String) {
        let words = line.drop { $0 == " " }
        let isNumbered = words.first?.isNumber == true && words.drop { $0.isNumber }.hasPrefix(". ")
        if isNumbered || ["- ", "* ", "> "].contains(where: { words.hasPrefix($0) }) { endParagraph() }
        paragraph += paragraph.isEmpty ? line : " " + words
    }

    private mutating func endParagraph() {
        if !paragraph.isEmpty { lines.append(paragraph.wrapped(to: view.measure)) }
        paragraph = ""
    }

    private func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
}
