package import Foundation

/// The course that a folder holds: it is found, not configured.
package struct Course: Sendable {
    package let files: Files
    /// Where its lessons are, in the order of their numbers.
    package let places: [LessonPlace]
    private let chapters: [String]
    private let shelf: Shelf

    package init(root: URL) {
        files = Files(root: root)
        let folders = files.names(in: "Sources/Lessons")
        chapters = files.names(in: "chapters")
        places = chapters.compactMap { LessonPlace(chapter: $0, folders: folders) }
        shelf = Shelf(files: files)
    }

    /// Whether there is a lesson that can be read.
    package var isReadable: Bool { places.contains { lesson(at: $0) != nil } }

    /// In the order of their numbers: those that can be read.
    package var lessons: [Lesson] { places.compactMap { lesson(at: $0) } }

    /// In the order of their numbers too.
    package var interludes: [Interlude] { readInterludes.compactMap { try? $0.get() } }

    /// What keeps others from being read. It is no obstacle to a learner who is elsewhere.
    package var problems: [Problem] {
        let marked = shelf.markedFiles()
        let unreadable = files.swiftFiles(under: "Sources/Core").compactMap { path in
            Self.problem(Result { try files.text(path) })
        }
        return unreadable + marked.compactMap(Self.problem) + places.compactMap { Self.problem(shelf.lesson(at: $0)) }
            + readInterludes.compactMap(Self.problem) + orphans(among: marked.compactMap { try? $0.get() })
    }

    private var readInterludes: [Result<Interlude, Problem>] {
        shelf.interludes(among: chapters, testFolders: files.names(in: "Tests"))
    }

    private func lesson(at place: LessonPlace) -> Lesson? { try? shelf.lesson(at: place).get() }

    private static func problem<Part>(_ result: Result<Part, some Error>) -> Problem? {
        if case .failure(let problem) = result { problem as? Problem } else { nil }
    }

    /// Marks of a lesson that there is not.
    private func orphans(among marked: [MarkedFile]) -> [Problem] {
        marked.compactMap { file in
            guard let hole = file.holes.first, !places.contains(where: { $0.product == file.lesson }) else {
                return nil
            }
            return Problem(
                file.path, hole.line,
                "The mark \(hole.id) belongs to no lesson: there is no chapters/NN-\(file.lesson).md with its folder.")
        }
    }

    /// The course around a folder: the nearest one upward that has a Package.swift and chapters.
    package static func root(around folder: URL) -> URL? {
        var candidate = folder.standardizedFileURL
        while true {
            let files = Files(root: candidate)
            if files.exists("Package.swift"), files.exists("chapters") { return candidate }
            let parent = candidate.deletingLastPathComponent().standardizedFileURL
            // A folder that has been removed has no path: what is above it grows and never ends.
            guard parent.path.count < candidate.path.count else { return nil }
            candidate = parent
        }
    }

    /// All exercises, in the order in which they are met.
    package var exercises: [Exercise] { lessons.flatMap(\.exercises) }

    /// The lesson of an exercise.
    package func lesson(of exercise: Exercise) -> Lesson? {
        places.first { $0.product == exercise.lesson }.flatMap(lesson(at:))
    }

    /// A lesson by what a learner calls it: `jwt-anatomy`, `1` or `01`.
    package func lesson(named name: String) -> Lesson? {
        places.first { $0.answers(to: name) }.flatMap(lesson(at:))
    }

    /// The first exercise like this, in the order in which they are met.
    package func firstExercise(where isWanted: (Exercise) -> Bool) -> Exercise? {
        for place in places {
            if let exercise = lesson(at: place)?.exercises.first(where: isWanted) { return exercise }
        }
        return nil
    }

    /// The place of the lesson after this one.
    package func place(after lesson: Lesson) -> LessonPlace? {
        places.drop { $0 != lesson.place }.dropFirst().first
    }

    /// An exercise by what a learner calls it: `jwt-anatomy.2` or `1.2`.
    package func exercise(named name: String) -> Exercise? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let number = name[name.index(after: dot)...]
        return lesson(named: String(name[..<dot]))?.exercises.first { $0.id.hasSuffix(".\(number)") }
    }
}
