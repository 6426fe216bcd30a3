import Foundation

/// The libraries that objects ask for, as the linker reads them from a file.
struct LibraryList {
    let path: String

    /// Each word for the linker once, such as `-lFoundation`.
    var words: [String] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return Set(text.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).map(String.init)).sorted()
    }

    /// Takes out what is found elsewhere.
    func remove(_ held: [String]) throws {
        guard !held.isEmpty else { return }
        let kept = words.filter { !held.contains($0) }
        try kept.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}
