/// Goes through a core file and pairs its marks.
struct MarkReader {
    let path: String
    let lines: [String]
    private var isSwift: Bool { path.hasSuffix(".swift") }
    /// The lines without their comments: read when the first hole asks for them.
    private lazy var code = SwiftText(lines.joined(separator: "\n")).lines
    private(set) var holes: [Hole] = []
    private(set) var regions: [String: [String]] = [:]
    private var openHole: (id: String, task: String, index: Int)?
    private var openRegions: [String: Int] = [:]

    init(path: String, lines: [String]) {
        (self.path, self.lines) = (path, lines)
    }

    mutating func read() throws {
        for (index, line) in lines.enumerated() {
            guard let mark = Mark(line) else {
                try refuseNearMiss(line, at: index)
                continue
            }
            switch mark {
            case .exercise(let id, let task): try open(id, task, at: index)
            case .end(let id): try close(id, at: index)
            case .region(let name): try openRegion(name, at: index)
            case .endRegion(let name): try closeRegion(name, at: index)
            }
        }
        if let openHole { throw problem(openHole.index, "This exercise has no `// end \(openHole.id)`.") }
        if let (name, index) = openRegions.min(by: { $0.value < $1.value }) {
            throw problem(index, "This region has no `// endregion \(name)`.")
        }
    }

    private mutating func open(_ id: String, _ task: String, at index: Int) throws {
        if let openHole { throw problem(index, "\(openHole.id) has not ended yet: exercises do not nest.") }
        if holes.contains(where: { $0.id == id }) { throw problem(index, "\(id) is marked a second time.") }
        if task.isEmpty { throw problem(index, "Say in one sentence what is to be done: `// exercise \(id): …`.") }
        openHole = (id, task, index)
    }

    private mutating func close(_ id: String, at index: Int) throws {
        guard let opened = openHole, opened.id == id else {
            throw problem(index, "This ends \(id), which is not open here.")
        }
        openHole = nil
        let solution = Array(lines[(opened.index + 1)..<index])
        let body =
            isSwift ? try FunctionBody(path: path, lines: lines, code: code, mark: opened.index, end: index) : nil
        holes.append(
            Hole(
                id: id, task: opened.task, solution: withoutMarks(solution), line: opened.index + 1,
                function: body?.signature, isTail: body?.hasStatementsBefore ?? false, lines: opened.index...index,
                indentation: lines[opened.index].indentation))
        regions[id] = withoutMarks(solution)
    }

    private mutating func openRegion(_ name: String, at index: Int) throws {
        if openRegions[name] != nil || regions[name] != nil {
            throw problem(index, "The region \(name) is marked a second time.")
        }
        openRegions[name] = index
    }

    private mutating func closeRegion(_ name: String, at index: Int) throws {
        guard let start = openRegions.removeValue(forKey: name) else {
            throw problem(index, "This ends the region \(name), which is not open here.")
        }
        regions[name] = withoutMarks(lines[(start + 1)..<index])
    }

    /// A mark with a slip in it would be passed over in silence: a solution would stand open to all.
    private func refuseNearMiss(_ line: String, at index: Int) throws {
        let leader = isSwift ? "//" : "#"
        if line.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("\(leader) exercise ") {
            throw problem(index, "Write an exercise's mark as `\(leader) exercise lesson-name.1: What is to be done.`")
        }
    }

    private func withoutMarks(_ lines: some Sequence<String>) -> [String] {
        lines.filter { Mark($0) == nil }
    }

    private func problem(_ index: Int, _ message: String) -> Problem {
        Problem(path, index + 1, message)
    }
}
