/// A fenced stretch of a chapter.
package struct Fence: Hashable, Sendable {
    /// `swift`, `sh`, `text` …
    package let language: String
    /// What follows the language: `output`, `needs=docker`, `source=…`.
    package let attributes: [String]
    package let body: [String]
    /// Where it opens; the first line is 1.
    package let line: Int

    /// The value of `name=value`.
    package func value(_ name: String) -> String? {
        attributes.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    /// Whether it shows what the command above it prints.
    package var isOutput: Bool { language == "text" && attributes.contains("output") }

    /// Whether its commands show which option of the chapter's "Predict" is right.
    package var isPrediction: Bool { language == "sh" && attributes.contains("predict") }

    static func all(in text: String, path: String) throws -> [Fence] {
        var fences: [Fence] = []
        var open: (info: Substring, line: Int, body: [String])?
        for (index, line) in text.lines.enumerated() {
            if line.utf8.first != UInt8(ascii: "`") || !line.hasPrefix("```") {
                open?.body.append(String(line))
            } else if let (info, start, body) = open {
                let words = info.split(separator: " ").map(String.init)
                fences.append(
                    Fence(language: words.first ?? "", attributes: Array(words.dropFirst()), body: body, line: start))
                open = nil
            } else {
                open = (line.dropFirst(3), index + 1, [])
            }
        }
        if let open { throw Problem(path, open.line, "This fence is never closed.") }
        return fences
    }
}
