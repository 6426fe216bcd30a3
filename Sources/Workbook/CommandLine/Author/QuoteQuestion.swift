import Curriculum

/// Does every Swift fence say what its source says?
struct QuoteQuestion: Question {
    let workplace: Workplace
    let name = "quotes"

    func ask(_ audit: inout Audit) throws {
        for fence in audit.chapter.fences where fence.language == "swift" {
            guard let path = fence.value("source"), let region = fence.value("region") ?? fence.value("exercise") else {
                audit.complain(
                    at: fence.line, "A Swift fence quotes the source: ```swift source=Sources/Core/… region=name")
                continue
            }
            audit.quotes += 1
            let file = try MarkedFile(path: path, text: workplace.files.text(path))
            guard let lines = file.regions[region] else {
                audit.complain(at: fence.line, "\(path) has no region \(region). Mark it with `// region \(region)`.")
                continue
            }
            if Self.dedented(lines) != Self.dedented(fence.body) {
                audit.complain(
                    at: fence.line,
                    "This fence differs from \(region) in \(path). The source says:\n"
                        + Self.dedented(lines).map { "    \($0)" }.joined(separator: "\n"))
            }
        }
        if audit.quotes == 0, !audit.exercises.isEmpty {
            audit.complain("\(audit.chapter.path) quotes nothing from the source.")
        }
    }

    /// Without the margin that all lines share, and without blank lines around.
    private static func dedented(_ lines: [String]) -> [String] {
        func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
        let margin = lines.filter { !isBlank($0) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let moved = lines.map { isBlank($0) ? "" : String($0.dropFirst(margin)) }
        return Array(moved.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
