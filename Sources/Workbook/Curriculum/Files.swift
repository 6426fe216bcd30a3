package import Foundation

/// The files of a course, named from its root.
package struct Files: Sendable {
    package let root: URL

    package init(root: URL) {
        self.root = root
    }

    /// The place of a file; an absolute path stays what it is.
    package func url(_ path: String) -> URL {
        path.hasPrefix("/") ? URL(filePath: path) : root.appending(path: path)
    }

    package func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url(path).path)
    }

    /// Reads a file; nil if there is none that can be read.
    package func bytes(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: url(path))).map(Array.init)
    }

    /// Reads a text.
    /// - Throws: ``Problem`` if it cannot be read or is not UTF-8.
    package func text(_ path: String) throws -> String {
        guard let bytes = bytes(path) else { throw Problem(path, nil, "This file cannot be read.") }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(path, nil, "This file is not UTF-8 text.")
        }
        return memchr(bytes, Int32(UInt8(ascii: "\r")), bytes.count) == nil ? text : text.replacing("\r\n", with: "\n")
    }

    /// Reads a text; nil if there is none that can be read.
    package func optionalText(_ path: String) -> String? {
        try? text(path)
    }

    /// Writes a file aside and renames it into place, so that nobody ever sees half of it.
    package func write(_ bytes: [UInt8], to path: String) throws {
        let target = url(path)
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: target, options: .atomic)
        } catch {
            throw Problem(path, nil, "This file cannot be written: \(error.localizedDescription)")
        }
    }

    package func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// The names in a folder, sorted; none if there is no such folder.
    package func names(in folder: String) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []
        return all.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The Swift files in a folder and the folders in it, sorted.
    package func swiftFiles(under folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: url(folder).path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    }
}
