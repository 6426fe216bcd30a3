import Curriculum
import Foundation

/// How a set of source files stands: it changes with every edit, in whatever direction a file's date has moved.
struct SourceState: CustomStringConvertible {
    let description: String

    init(of paths: [String], in files: Files) {
        let marks = paths.flatMap { path -> [String] in
            let url = files.url(path)
            let inside = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
            return [Self.mark(of: url)] + inside.sorted().map { $0 + Self.mark(of: url.appending(path: $0)) }
        }
        description = Fingerprint(of: marks.joined(separator: "\n")).description
    }

    /// What tells one state of a file from another without reading it.
    static func mark(of file: URL) -> String {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: file.path),
            facts[.type] as? FileAttributeType != .typeDirectory
        else { return "" }
        let date = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return " \(facts[.size] ?? 0) \(facts[.systemFileNumber] ?? 0) \(date)"
    }
}
