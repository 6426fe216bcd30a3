import Curriculum
import Foundation

/// What somebody has handed in for one lesson.
enum HandIn {
    /// The skeleton as it was given out, or no file at all.
    case untouched(isMissing: Bool)
    /// The text of each exercise file, by its path from the course's root.
    case written([String: String])
    /// There is something that is not read, and why.
    case refused(String)
}

/// A folder with one learner's checkout, or with the exercise folders of one.
struct LearnerFolder {
    private static let largestFile = 1 << 20

    let name: String
    private let root: URL

    init(_ name: String, in folder: URL) {
        self.name = name
        root = folder.appending(path: name)
    }

    /// Reads the exercise files that the lesson is known to have, and no others.
    func handIn(for lesson: Lesson) -> HandIn {
        var texts: [String: String] = [:]
        var isMissing = true
        var isUntouched = true
        for source in lesson.sources {
            let path = "\(lesson.place.exerciseFolder)/\(source.name)"
            let skeleton = source.exerciseText(for: lesson.place)
            do {
                let text = try text(path)
                isMissing = isMissing && text == nil
                isUntouched = isUntouched && (text ?? skeleton) == skeleton
                texts[path] = text ?? skeleton
            } catch {
                return .refused("\(error.path) \(error.words)")
            }
        }
        return isUntouched ? .untouched(isMissing: isMissing) : .written(texts)
    }

    /// Swift files beside the exercise files, which are not taken: what does not build may have needed them.
    func others(beside lesson: Lesson) -> [String] {
        let known = Set(lesson.sources.map(\.name))
        guard (try? kind(of: lesson.place.exerciseFolder)) == S_IFDIR else { return [] }
        return Files(root: root).names(in: lesson.place.exerciseFolder)
            .filter { $0.hasSuffix(".swift") && !known.contains($0) }
    }

    /// Why something is not read.
    private struct Refusal: Error {
        let path: String
        let words: String
    }

    /// Nil if there is no such file.
    private func text(_ path: String) throws(Refusal) -> String? {
        guard let kind = try kind(of: path) else { return nil }
        guard kind == S_IFREG else { throw Refusal(path: path, words: "is no ordinary file.") }
        let size = (try? FileManager.default.attributesOfItem(atPath: url(path).path)[.size] as? Int) ?? 0
        guard size <= Self.largestFile else {
            throw Refusal(path: path, words: "has \(size) bytes; no more than \(Self.largestFile) are read.")
        }
        do {
            return try Files(root: root).text(path)
        } catch {
            throw Refusal(path: path, words: "cannot be read, or is not UTF-8 text.")
        }
    }

    /// What a path leads to, if there is anything; no link on the way is followed.
    private func kind(of path: String) throws(Refusal) -> mode_t? {
        var place = ""
        var found: mode_t?
        for part in [""] + path.split(separator: "/").map(String.init) {
            place += place.isEmpty ? part : "/\(part)"
            var facts = stat()
            guard lstat(url(place).path, &facts) == 0 else {
                if errno == ENOENT || errno == ENOTDIR { return nil }
                throw Refusal(path: place, words: "cannot be looked at: \(String(cString: strerror(errno))).")
            }
            let kind = facts.st_mode & S_IFMT
            guard kind != S_IFLNK else {
                throw Refusal(
                    path: place.isEmpty ? "The folder" : place, words: "is a symbolic link; links are not followed.")
            }
            found = kind
        }
        return found
    }

    private func url(_ path: String) -> URL { path.isEmpty ? root : root.appending(path: path) }
}
