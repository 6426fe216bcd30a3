import Curriculum
import Foundation

/// The exercise files that a learner has changed, while the course around them is renewed.
struct Workpieces {
    private let repository: Repository
    private let workplace: Workplace
    /// Their contents as they were found.
    private let contents: [String: [UInt8]]

    var paths: [String] { contents.keys.sorted() }

    /// Finds them: files that differ from this commit.
    init(changedSince commit: String, in repository: Repository, _ workplace: Workplace) throws {
        (self.repository, self.workplace) = (repository, workplace)
        let folders = workplace.course.lessons.map(\.place.exerciseFolder)
        let files = try folders.flatMap { folder in
            try repository.paths("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder)
        }
        var contents: [String: [UInt8]] = [:]
        for path in Set(files) {
            guard let bytes = workplace.files.bytes(path) else { continue }
            let before = try repository.ask("show", "\(commit):\(path)")
            if before.map({ Array($0.utf8) }) != bytes { contents[path] = bytes }
        }
        self.contents = contents
    }

    func isExercise(_ path: String) -> Bool {
        workplace.course.lessons.contains { path.hasPrefix($0.place.exerciseFolder + "/") }
    }

    /// Copies them; returns the folder, or nil if there is nothing to copy.
    func keepCopies() throws -> String? {
        guard !contents.isEmpty else { return nil }
        let folder = workplace.freshCopies()
        for (path, bytes) in contents { try workplace.files.write(bytes, to: "\(folder)/\(path)") }
        return folder
    }

    /// Leaves what the last commit says in their place.
    func putAside() throws {
        for path in paths {
            if try repository.ask("cat-file", "-e", "HEAD:\(path)") != nil {
                try repository.git("checkout", "--quiet", "HEAD", "--", path)
            } else {
                try FileManager.default.removeItem(at: workplace.files.url(path))
            }
        }
    }

    func putBack() throws {
        for (path, bytes) in contents { try workplace.files.write(bytes, to: path) }
    }
}
