package import Foundation

/// The learner's progress on disk: `.workbook/progress.json`.
package struct ProgressFile: Sendable {
    private static let name = "progress.json"
    private let folder: Files

    /// - Parameter folder: `.workbook`, or what stands in for it.
    package init(in folder: URL) {
        self.folder = Files(root: folder)
    }

    /// Reads it; nil if there is none, or none that can be understood.
    package func peek() -> LearnerProgress? {
        guard let bytes = folder.bytes(Self.name) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try? decoder.decode(LearnerProgress.self, from: Data(bytes))
    }

    /// Reads it. A file that cannot be understood is set aside and its new name returned, for the learner to be told.
    ///
    /// To be called while nobody else writes: what is set aside is the file that is there by then.
    package func load() throws -> (progress: LearnerProgress, setAside: String?) {
        if let progress = peek() { return (progress, nil) }
        return (LearnerProgress(), folder.exists(Self.name) ? try setAside() : nil)
    }

    package func save(_ progress: LearnerProgress) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try folder.write(Array(encoder.encode(progress)) + [UInt8(ascii: "\n")], to: Self.name)
    }

    /// Under a name that nothing has yet.
    private func setAside() throws -> String {
        var number = 1
        while folder.exists("progress.damaged-\(number).json") { number += 1 }
        let name = "progress.damaged-\(number).json"
        do {
            try FileManager.default.moveItem(at: folder.url(Self.name), to: folder.url(name))
        } catch {
            throw Problem(Self.name, nil, "It cannot be read, and cannot be moved: \(error.localizedDescription)")
        }
        return folder.url(name).path
    }
}
