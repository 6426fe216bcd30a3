package import Foundation

/// A database in a file, gone with its holder: unlike the one in memory, it outlives a server, and several servers may use
/// it at once.
package struct DatabaseFile: Sendable {
    private let folder: TemporaryFolder
    package let path: String

    package init() throws {
        folder = try TemporaryFolder(in: Self.parent)
        path = folder.path + "/accounts.sqlite"
    }

    /// A file system in memory, where there is one. What is written there outlives a process as it does on a disk, and
    /// no test takes the power away.
    private static let parent =
        FileManager.default.isWritableFile(atPath: "/dev/shm")
        ? URL(filePath: "/dev/shm") : FileManager.default.temporaryDirectory

    /// What a server is told to use it.
    package var settings: [String: String?] { ["DATABASE": path] }

    /// All that is on disk at this moment: the file, and what SQLite has beside it.
    package func contents() throws -> [Data] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .map { try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)")) }
    }
}
