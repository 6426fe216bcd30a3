extension MarkedFile {
    /// The learner's file: this one without marks, each hole filled as asked, with the imports that this takes.
    package func exerciseText(for place: LessonPlace, filling: (Hole) -> Filling) -> String {
        var body: [String] = []
        var index = 0
        while index < lines.count {
            if let hole = holes.first(where: { $0.lines.lowerBound == index }) {
                body += hole.lines(filling(hole))
                index = hole.lines.upperBound
            } else if Mark(lines[index]) == nil {
                body.append(lines[index])
            }
            index += 1
        }
        let head = "Yours to change. Chapter: \(place.chapter) · Solution: \(path)"
        guard path.hasSuffix(".swift") else {
            return Self.withoutDoubledBlanks(["# \(head)", ""] + body).joined(separator: "\n")
        }
        let split = Imports.split(body)
        let own = Import(split.rest.contains(where: Self.declaresForPackage) ? "package" : "", module)
        let imports = Imports.sorted(split.imports + [Import("", "LessonKit"), own])
        return Self.withoutDoubledBlanks(["// \(head)", ""] + imports + [""] + split.rest).joined(separator: "\n")
    }

    /// What `sync` writes.
    package func exerciseText(for place: LessonPlace) -> String {
        exerciseText(for: place) { _ in .borrowed }
    }

    /// A package declaration shows the core's types to other modules, so the core's import must be `package` too.
    private static func declaresForPackage(_ line: String) -> Bool {
        line.trimmed.hasPrefix("package ")
    }

    /// A removed mark can leave two blank lines, which the formatter does not like.
    private static func withoutDoubledBlanks(_ lines: [String]) -> [String] {
        var kept: [String] = []
        for line in lines where !(line.isBlank && kept.last?.isBlank == true) { kept.append(line) }
        return kept
    }
}
