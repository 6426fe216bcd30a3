package import Foundation

/// The course that a folder holds: it is found, not configured.
package struct Course: Sendable {
    package let files: Files
    /// In the order of their numbers: those that can be read.
    package let lessons: [Lesson]
    /// In the order of their numbers too.
    package let interludes: [Interlude]
    /// What keeps others from being read. It is no obstacle to a learner who is elsewhere.
    package let problems: [Problem]

    package init(root: URL) {
        let files = Files(root: root)
        let image = ["Dockerfile"].filter(files.exists)
        let (marked, broken) = Self.collect(files.swiftFiles(under: "Sources/Core") + image) { path in
            let text = try files.text(path)
            return Mark.mayStand(in: text) ? try MarkedFile(path: path, text: text) : nil
        }
        let folders = files.names(in: "Sources/Lessons")
        let chapters = files.names(in: "chapters")
        let places = chapters.compactMap { LessonPlace(chapter: $0, folders: folders) }
        let (lessons, unreadable) = Self.collect(places) { place in
            try Lesson(place: place, marked: marked, files: files)
        }
        let testFolders = files.names(in: "Tests")
        let (interludes, unreadableToo) = Self.collect(chapters) { chapter in
            try Interlude(chapter: chapter, testFolders: testFolders, files: files)
        }
        (self.files, self.lessons, self.interludes) = (files, lessons, interludes)
        problems = broken + unreadable + unreadableToo + Self.orphans(among: marked, places)
    }

    /// What can be made of those that are something, and what is wrong with the rest.
    private static func collect<Source, Result>(
        _ sources: [Source], _ make: (Source) throws -> Result?
    ) -> ([Result], [Problem]) {
        var made: [Result] = []
        var problems: [Problem] = []
        for source in sources {
            do {
                if let result = try make(source) { made.append(result) }
            } catch {
                problems.append(error as? Problem ?? Problem("\(source)", nil, "\(error)"))
            }
        }
        return (made, problems)
    }

    /// Marks of a lesson that there is not.
    private static func orphans(among marked: [MarkedFile], _ places: [LessonPlace]) -> [Problem] {
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
}
