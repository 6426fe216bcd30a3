import Curriculum
import Foundation
import Processes

/// A copy of the course in which holes can be opened and filled while it runs: the learner's tree is never touched.
struct Scratch {
    private let workplace: Workplace
    let root: URL

    /// - Parameter folder: where the copy is, from the course's root.
    init(_ workplace: Workplace, in folder: String = ".build/author/course") {
        self.workplace = workplace
        root = workplace.root.appending(path: folder)
    }

    /// Brings the copy up to date and builds the lesson in it, with holes that open and close; returns its root.
    func prepare(_ lesson: Lesson) throws -> URL {
        try fill(.switchable)
        let swift = BuildScope(workplace).swift(["build", "--product", lesson.product], in: root)
        let result = try Timing.measure("build \(lesson.product), switchable") { try swift.capture() }
        guard result.isSuccess else {
            let words = CompilerWords.pick(from: result.output + result.errors, root: root.path)
            throw Fault("\(lesson.product) does not build with switches in its holes:\n\(words)")
        }
        return root
    }

    /// Brings the copy up to date, with this in every hole; returns its root.
    @discardableResult
    func fill(_ filling: Filling) throws -> URL { try fill { _ in filling } }

    /// Brings the copy up to date, each hole with what is asked for; returns its root.
    func fill(_ filling: (Hole) -> Filling) throws -> URL {
        var wanted: [String: [UInt8]] = [:]
        for folder in ["Sources", "Tests", "chapters"] {
            for file in files(under: workplace.root, folder) { wanted[file] = workplace.files.bytes(file) }
        }
        for file in ["Package.swift", "Package.resolved", "Dockerfile"] { wanted[file] = workplace.files.bytes(file) }
        for other in workplace.course.lessons {
            let exercises = other.place.exerciseFolder
            // What somebody has put beside the exercise files is no part of the course.
            wanted = wanted.filter { !$0.key.hasPrefix("\(exercises)/") }
            for source in other.sources {
                let text = source.exerciseText(for: other.place, filling: filling)
                wanted["\(exercises)/\(source.name)"] = Array(text.utf8)
            }
            if let hole = other.sources.first?.holes.first, case .switchable = filling(hole) {
                wanted["\(exercises)/Switches.swift"] = Array(Switches.source.utf8)
            }
        }
        try write(wanted)
        return root
    }

    /// Writes only what differs, so that only that is built again.
    private func write(_ wanted: [String: [UInt8]]) throws {
        let copy = Files(root: root)
        for folder in ["Sources", "Tests", "chapters"] {
            for file in files(under: root, folder) where wanted[file] == nil {
                try FileManager.default.removeItem(at: copy.url(file))
            }
        }
        for (file, bytes) in wanted where copy.bytes(file) != bytes { try copy.write(bytes, to: file) }
    }

    private func files(under root: URL, _ folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap {
            $0 as? String
        }
        return (all ?? []).map { "\(folder)/\($0)" }.filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: root.appending(path: $0).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
