package import Foundation
import Synchronization

/// A folder of a test's own, gone when the last holder is, or with the program.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Parameter parent: where it is made.
    package init(in parent: URL = FileManager.default.temporaryDirectory) throws {
        Self.removesTheRestAtExit
        let folder = parent.appending(path: "workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
        Self.held.withLock { [path] in _ = $0.insert(path) }
    }

    deinit { Self.remove(path) }

    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
        held.withLock { _ = $0.remove(path) }
    }

    private static let held = Mutex<Set<String>>([])

    /// What tests share is held until the end.
    private static let removesTheRestAtExit: Void = {
        atexit { TemporaryFolder.held.withLock(\.self).forEach(TemporaryFolder.remove) }
    }()
}
