import Foundation

/// Where the learner's work on an exercise stands, and whether there is any yet.
package struct Standing: Hashable, Sendable {
    /// The line to open.
    package let place: Place
    /// Whether ours still answers in its place.
    package let isBorrowed: Bool
}

extension Exercise {
    /// Looks into the learner's files. A `borrow` in a comment does not count.
    package func standing(in files: Files) -> Standing {
        let folder = file.split(separator: "/").dropLast().joined(separator: "/")
        let paths = [file] + files.swiftFiles(under: folder).filter { $0 != file }
        let texts = paths.compactMap { path in (try? files.text(path)).map { (path, $0) } }
        for (path, text) in texts {
            if let line = Borrowing.line(of: id, in: text) {
                return Standing(place: Place(file: path, line: line), isBorrowed: true)
            }
        }
        for (path, text) in texts {
            if let line = line(in: text) { return Standing(place: Place(file: path, line: line), isBorrowed: false) }
        }
        return Standing(place: Place(file: file, line: 1), isBorrowed: false)
    }

    /// Whether its function calls our solution, though it does not say that it borrows.
    package func callsOurs(in files: Files) -> Bool {
        guard let text = try? files.text(file), let function = hole.function,
            let lines = FunctionSpan.find(function, in: text)
        else { return false }
        let body = SwiftText(text).lines[lines].joined(separator: "\n")
        let type = source.split(separator: "/").last?.dropLast(6) ?? ""
        let ways = ["ours.", "\(source.split(separator: "/").dropFirst(2).first ?? "").\(type)("]
        let words = body.split { !$0.isLetter && !$0.isNumber && !"_.(".contains($0) }
        return Borrowing.line(of: id, in: text) == nil
            && words.contains { word in ways.contains { word.hasPrefix($0) || word.contains("(\($0)") } }
    }

    /// Where the learner's own version is: at the task that we have left there, or else at the function.
    private func line(in text: String) -> Int? {
        let lines = text.lines
        let task = lines.firstIndex { $0.trimmed.hasPrefix("// TODO \(id):") }
        guard let function = hole.function else { return task.map { $0 + 1 } }
        return (task ?? lines.firstIndex { $0.contains("func \(function.name)(") }).map { $0 + 1 }
    }
}

enum Borrowing {
    /// The line of the first call of `borrow` for this exercise that is no comment; in a Dockerfile, of its task.
    static func line(
        of id: String, in text: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Int? {
        if let task = text.lines.firstIndex(where: { isOpenTask($0.trimmed, of: id, in: environment) }) {
            return task + 1
        }
        guard text.contains("\"\(id)\"") else { return nil }
        return SwiftText(text).lines.firstIndex { line in
            let isSwitch = line.contains("if isOpen(\"\(id)\")")
            let words = line.filter { !$0.isWhitespace }
            return words.contains("borrow(\"\(id)\")") && (!isSwitch || Switches.isOpen(id, in: environment))
        }.map { $0 + 1 }
    }

    private static func isOpenTask(_ line: String, of id: String, in environment: [String: String]) -> Bool {
        line.hasPrefix("# TODO \(id):") || line == "# isOpen(\"\(id)\")" && Switches.isOpen(id, in: environment)
    }
}
