package import Foundation

/// The learner's progress on disk: `.workbook/progress.json`.
package struct ProgressFile: Sendable {
    private static let name = "progress.json"
    private let folder: Files

    /// - Parameter folder: `.workbook`, or what stands in for it.
    package init(in folder: URL) {
        self.folder = Files(root: folder)
    }

    /// Reads it. A file that cannot be understood is set aside and its new name returned, for the learner to be told.
    package func load() throws -> (progress: LearnerProgress, setAside: String?) {
        guard let bytes = folder.bytes(Self.name) else { return (LearnerProgress(), nil) }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        if let progress = try? decoder.decode(LearnerProgress.self, from: Data(bytes)) { return (progress, nil) }
        return (LearnerProgress(), try setAside())
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
