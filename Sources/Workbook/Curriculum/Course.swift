package import Foundation

/// The course that a folder holds: it is found, not configured.
package struct Course: Sendable {
    package let files: Files
    /// In the order of their numbers.
    package let lessons: [Lesson]
    /// Marks whose lesson is not there: they stand in nobody's way, but `author check` names them.
    package let orphans: [Problem]

    package init(root: URL) throws {
        files = Files(root: root)
        var marked: [MarkedFile] = []
        for path in files.swiftFiles(under: "Sources/Core") {
            let file = try MarkedFile(path: path, text: files.text(path))
            if !file.holes.isEmpty { marked.append(file) }
        }
        let folders = files.names(in: "Sources/Lessons")
        let files = files
        lessons = try files.names(in: "chapters").compactMap { name in
            guard let place = LessonPlace(chapter: name, folders: folders) else { return nil }
            return try Lesson(place: place, marked: marked, files: files)
        }
        orphans = Self.orphans(among: marked, of: lessons)
    }

    /// The course around a folder: the nearest one upward that has a Package.swift and chapters.
    package static func root(around folder: URL) -> URL? {
        var candidate = folder.standardizedFileURL
        while true {
            let files = Files(root: candidate)
            if files.exists("Package.swift"), files.exists("chapters") { return candidate }
            let parent = candidate.deletingLastPathComponent().standardizedFileURL
            guard parent.path != candidate.path else { return nil }
            candidate = parent
        }
    }

    /// All exercises, in the order in which they are met.
    package var exercises: [Exercise] { lessons.flatMap(\.exercises) }

    /// The lesson of an exercise.
    package func lesson(of exercise: Exercise) -> Lesson? {
        lessons.first { $0.place.product == exercise.lesson }
    }

    /// A lesson by what a learner calls it: `jwt-anatomy`, `1` or `01`.
    package func lesson(named name: String) -> Lesson? {
        lessons.first { $0.place.answers(to: name) }
    }

    /// An exercise by what a learner calls it: `jwt-anatomy.2` or `1.2`.
    package func exercise(named name: String) -> Exercise? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let number = name[name.index(after: dot)...]
        return lesson(named: String(name[..<dot]))?.exercises.first { $0.id.hasSuffix(".\(number)") }
    }

    private static func orphans(among marked: [MarkedFile], of lessons: [Lesson]) -> [Problem] {
        marked.filter { file in !lessons.contains { $0.sources.contains { $0.path == file.path } } }.map { file in
            let hole = file.holes[0]
            return Problem(
                file.path, hole.line,
                "The mark \(hole.id) belongs to no lesson: there is no chapters/NN-\(file.lesson).md with its folder.")
        }
    }
}
