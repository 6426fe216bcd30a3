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

    /// Where the learner's own version is: at the task that we have left there, or else at the function.
    private func line(in text: String) -> Int? {
        let lines = text.lines
        let task = lines.firstIndex { $0.trimmed.hasPrefix("// TODO \(id):") }
        return (task ?? lines.firstIndex { $0.contains("func \(hole.function.name)(") }).map { $0 + 1 }
    }
}

enum Borrowing {
    /// The line of the first call of `borrow` for this exercise that is no comment.
    static func line(
        of id: String, in text: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Int? {
        guard text.contains("\"\(id)\"") else { return nil }
        return SwiftText(text).lines.firstIndex { line in
            let isSwitch = line.contains("if isOpen(\"\(id)\")")
            let words = line.filter { !$0.isWhitespace }
            return words.contains("borrow(\"\(id)\")") && (!isSwitch || Switches.isOpen(id, in: environment))
        }.map { $0 + 1 }
    }
}
