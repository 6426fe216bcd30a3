package import Foundation

/// What tells one state of a file from another without reading it: its size, its number on the disk, its last change.
package struct FileMark: Hashable, Sendable, CustomStringConvertible {
    /// Empty if there is no such file, or if it is a folder.
    package let description: String

    package init(of file: URL) {
        self.init(path: file.path)
    }

    /// The system is asked directly: this is done for hundreds of files at each check.
    init(path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            description = ""
            return
        }
        #if canImport(Darwin)
            let changed = facts.st_mtimespec
        #else
            let changed = facts.st_mtim
        #endif
        description = "\(facts.st_size) \(facts.st_ino) \(changed.tv_sec).\(changed.tv_nsec)"
    }
}
