/// A file of the core with its marks.
package struct MarkedFile: Sendable {
    /// From the course's root: `Sources/Core/Tokens/HS256TokenSteps.swift`.
    package let path: String
    /// In the order of the file.
    package let holes: [Hole]
    /// The stretches that chapters quote, by name: `region` marks and exercises alike, without any marks in them.
    package let regions: [String: [String]]

    let lines: [String]

    /// The core's module that it belongs to.
    package var module: String {
        let parts = path.split(separator: "/")
        return parts.count > 3 ? String(parts[2]) : ""
    }
    /// The file's own name.
    package var name: String { String(path.split(separator: "/").last ?? "") }
    /// The lesson whose exercises it holds.
    package var lesson: String {
        holes.first.map { String($0.id[..<($0.id.lastIndex(of: ".") ?? $0.id.endIndex)]) } ?? ""
    }

    package init(path: String, text: String) throws {
        self.path = path
        lines = text.lines
        var reader = MarkReader(path: path, lines: lines)
        try reader.read()
        (holes, regions) = (reader.holes, reader.regions)
        let lesson = self.lesson
        if let stranger = holes.first(where: { !$0.id.hasPrefix("\(lesson).") }) {
            throw Problem(
                path, stranger.line, "A file holds the exercises of one lesson only. This one is \(lesson)'s.")
        }
    }
}
