/// A stretch of a Markdown file under one heading, up to the next heading of any level.
struct Section {
    /// 1 for `#`; 0 for what stands before the first heading.
    let level: Int
    let title: String
    /// The heading's line; the first line is 1.
    let line: Int
    /// The lines under the heading, without those before and after them that are blank.
    var body: [String]
}

enum Markdown {
    /// Cuts a text at its headings. What looks like one inside a fence is none.
    static func sections(_ text: String) -> [Section] {
        var sections = [Section(level: 0, title: "", line: 1, body: [])]
        var isFence = false
        for (index, line) in text.lines.enumerated() {
            // The first byte of most lines says that they are neither.
            let start = line.utf8.first
            if start == UInt8(ascii: "`"), line.hasPrefix("```") { isFence.toggle() }
            let level = start == UInt8(ascii: "#") ? line.prefix { $0 == "#" }.count : 0
            if !isFence, level > 0, line.dropFirst(level).hasPrefix(" ") {
                sections.append(
                    Section(level: level, title: line.dropFirst(level).trimmed, line: index + 1, body: []))
            } else {
                sections[sections.count - 1].body.append(String(line))
            }
        }
        return sections.map { section in
            var section = section
            section.body = withoutBlankEnds(section.body)
            return section
        }
    }

    /// The level-3 sections of the level-2 section with this title.
    static func parts(of title: String, in sections: [Section]) -> [Section] {
        guard let start = sections.firstIndex(where: { $0.level == 2 && $0.title == title }) else { return [] }
        return Array(sections[(start + 1)...].prefix { $0.level > 2 })
    }

    /// What each `<details>` of these lines holds, without its summary.
    static func details(_ lines: [String]) -> [String] {
        var found: [String] = []
        var current: [String]?
        for line in lines {
            if line.hasPrefix("<details>") {
                current = []
            } else if line.hasPrefix("</details>"), let content = current {
                found.append(withoutBlankEnds(content).joined(separator: "\n"))
                current = nil
            } else if !line.hasPrefix("<summary>") {
                current?.append(line)
            }
        }
        return found
    }

    private static func withoutBlankEnds(_ lines: [String]) -> [String] {
        let start = lines.drop { $0.isBlank }
        return Array(start.reversed().drop { $0.isBlank }.reversed())
    }
}
