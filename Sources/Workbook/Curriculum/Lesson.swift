/// A lesson: its chapter, the marked files that hold its solutions, and its exercises in the chapter's order.
package struct Lesson: Sendable {
    package let place: LessonPlace
    package let chapter: Chapter
    package let sources: [MarkedFile]
    package let exercises: [Exercise]

    package var product: String { place.product }
    /// Its number without a leading zero: `1`, `7a`.
    package var number: String { String(place.number.drop { $0 == "0" }) }

    init(place: LessonPlace, marked: [MarkedFile], files: Files) throws {
        let chapter = try Chapter(path: place.chapter, text: files.text(place.chapter))
        let sources = marked.filter { $0.lesson == place.product }
        (self.place, self.chapter, self.sources) = (place, chapter, sources)
        exercises = try chapter.exercises.map { entry in
            guard let (file, hole) = Self.hole(entry.id, in: sources) else {
                throw Problem(
                    place.chapter, entry.line,
                    "No file in Sources/Core has the mark `// exercise \(entry.id): …`. Add it, or drop this heading.")
            }
            return Exercise(
                id: entry.id, title: entry.title, minutes: entry.minutes, prevents: entry.prevents,
                judgedBy: entry.judgedBy, hints: chapter.hints[entry.id] ?? [], note: chapter.notes[entry.id] ?? "",
                chapterLine: entry.line, hole: hole, source: file.path,
                file: "\(place.exerciseFolder)/\(file.name)")
        }
        for file in sources {
            for hole in file.holes where !exercises.contains(where: { $0.id == hole.id }) {
                throw Problem(
                    file.path, hole.line,
                    "\(place.chapter) has no `### \(hole.id) — …` under Exercises for this mark. Write it.")
            }
        }
    }

    private static func hole(_ id: String, in sources: [MarkedFile]) -> (MarkedFile, Hole)? {
        for file in sources {
            if let hole = file.holes.first(where: { $0.id == id }) { return (file, hole) }
        }
        return nil
    }
}
