import Synchronization

/// Reads the parts of a course when somebody asks for them, each once: a verdict on one lesson does not wait for the
/// others to be read.
final class Shelf: Sendable {
    private let files: Files
    private let lessons = Mutex<[LessonPlace: Result<Lesson, Problem>]>([:])
    private let interludes = Mutex<[Result<Interlude, Problem>]?>(nil)
    private let marked = Mutex<Marked>(Marked())

    /// The core's files with marks: their texts, and what was made of those that were needed.
    private struct Marked {
        var texts: [(path: String, text: String)]?
        var files: [String: Result<MarkedFile, Problem>] = [:]
    }

    init(files: Files) {
        self.files = files
    }

    func lesson(at place: LessonPlace) -> Result<Lesson, Problem> {
        lessons.withLock { lessons in
            let lesson =
                lessons[place]
                ?? problem(in: place.chapter) {
                    let marked = markedFiles { $0.holds(" exercise \(place.product).") }
                    return try Lesson(place: place, marked: marked.compactMap { try? $0.get() }, files: files)
                }
            lessons[place] = lesson
            return lesson
        }
    }

    /// - Parameters:
    ///   - chapters: the names of all chapters.
    ///   - testFolders: the names of all folders of tests.
    func interludes(among chapters: [String], testFolders: @autoclosure () -> [String]) -> [Result<Interlude, Problem>]
    {
        interludes.withLock { interludes in
            if let interludes { return interludes }
            let folders = testFolders()
            let all = chapters.compactMap { chapter -> Result<Interlude, Problem>? in
                switch problem(in: chapter, { try Interlude(chapter: chapter, testFolders: folders, files: files) }) {
                case .success(let interlude): interlude.map(Result.success)
                case .failure(let problem): .failure(problem)
                }
            }
            interludes = all
            return all
        }
    }

    /// The core's files with marks whose text is like this.
    func markedFiles(where isNeeded: (String) -> Bool = { _ in true }) -> [Result<MarkedFile, Problem>] {
        marked.withLock { marked in
            let texts = marked.texts ?? textsWithMarks()
            marked.texts = texts
            return texts.filter { isNeeded($0.text) }.map { path, text in
                let file = marked.files[path] ?? problem(in: path) { try MarkedFile(path: path, text: text) }
                marked.files[path] = file
                return file
            }
        }
    }

    private func textsWithMarks() -> [(path: String, text: String)] {
        let image = ["Dockerfile"].filter(files.exists)
        return (files.swiftFiles(under: "Sources/Core") + image).compactMap { path in
            guard let text = files.optionalText(path), Mark.mayStand(in: text) else { return nil }
            return (path, text)
        }
    }

    private func problem<Part>(in path: String, _ make: () throws -> Part) -> Result<Part, Problem> {
        do {
            return .success(try make())
        } catch {
            return .failure(error as? Problem ?? Problem(path, nil, "\(error)"))
        }
    }
}
