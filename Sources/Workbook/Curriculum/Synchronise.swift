/// What became of an exercise file.
package enum SyncOutcome: Hashable, Sendable {
    case unchanged
    case written
    /// It holds a learner's work and was left alone.
    case kept
}

extension Course {
    /// Derives every exercise file from the core and writes those that no learner has touched.
    package func synchronise() throws -> [(path: String, outcome: SyncOutcome)] {
        var record = try DerivedRecord(files: files)
        var outcomes: [(path: String, outcome: SyncOutcome)] = []
        for lesson in lessons {
            for source in lesson.sources {
                let path = "\(lesson.place.exerciseFolder)/\(source.name)"
                let text = source.exerciseText(for: lesson.place)
                let present = try? files.text(path)
                let isOurs = present.map { record.knows($0, at: path) } ?? !files.exists(path)
                if present != text, !isOurs {
                    outcomes.append((path, .kept))
                    continue
                }
                if present != text { try files.write(text, to: path) }
                record.note(text, at: path)
                outcomes.append((path, present == text ? .unchanged : .written))
            }
        }
        record.keep(only: Set(outcomes.map(\.path)))
        try record.save(in: files)
        return outcomes
    }
}
