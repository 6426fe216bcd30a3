import Foundation

/// How a set of source files stands: it changes with every edit, in whatever direction a file's date has moved.
package struct SourceState: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// - Parameters:
    ///   - paths: files, and folders with all that is in them.
    ///   - excluded: folders to pass over.
    package init(of paths: [String], except excluded: [String] = [], in files: Files) {
        let marks = paths.flatMap { path -> [String] in
            let root = files.url(path).path
            let inside = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
            let kept = inside.sorted().filter { name in !excluded.contains { "\(path)/\(name)/".hasPrefix("\($0)/") } }
            return ["\(path) \(FileMark(path: root))"] + kept.map { "\($0) \(FileMark(path: "\(root)/\($0)"))" }
        }
        description = Fingerprint(of: marks.joined(separator: "\n")).description
    }
}

extension LessonPlace {
    /// How all that a lesson's program is made of stands, apart from what the learner writes in it. Other lessons count
    /// where the program imports them.
    package func surroundings(in files: Files) -> SourceState {
        let program = files.swiftFiles(under: "\(folder)/Run").compactMap(files.optionalText).joined().lines
        let others = files.names(in: "Sources/Lessons")
            .filter { $0.first?.isNumber == true && "Sources/Lessons/\($0)" != folder }
            .filter { name in !program.contains("import \(Self.split(name)?.rest ?? "")") }
            .map { "Sources/Lessons/\($0)" }
        return SourceState(
            of: ["Package.swift", "Sources"], except: others + [exerciseFolder, "Sources/Workbook/CommandLine"],
            in: files)
    }
}
