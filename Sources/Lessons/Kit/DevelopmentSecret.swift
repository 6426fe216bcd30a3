package import Foundation

/// The folder for what a learner's machine remembers: `.workbook` in the working directory.
package enum WorkbookState {
    package static var folder: URL {
        let path = ProcessInfo.processInfo.environment["WORKBOOK_STATE"] ?? ""
        return URL(filePath: path.isEmpty ? ".workbook" : path, directoryHint: .isDirectory)
    }
}

/// The random secret that the lessons share when none is given, so that a token outlives an edit and a restart.
package enum DevelopmentSecret {
    package static var file: URL { WorkbookState.folder.appending(path: "dev-secret") }

    /// Reads the secret, or makes one: 32 random bytes as base64, in a file that only its owner can read.
    ///
    /// - Throws: if the file can be neither read nor made.
    package static func load() throws -> String {
        if !FileManager.default.fileExists(atPath: file.path) { try create() }
        return try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Writes a file aside and links it into place: it appears whole or not at all, and the first of two wins.
    private static func create() throws {
        let folder = WorkbookState.folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var random = SystemRandomNumberGenerator()
        let secret = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        let draft = folder.appending(path: "dev-secret.\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: draft) }
        // Private from the start: FileManager would create it for everybody, and then take that back.
        let descriptor = open(draft.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: draft.path]) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data((secret.base64EncodedString() + "\n").utf8))
        if link(draft.path, file.path) != 0, errno != EEXIST {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path])
        }
    }
}
