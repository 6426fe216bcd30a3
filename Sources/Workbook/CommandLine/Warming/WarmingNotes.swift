import Foundation

/// What the process that builds in the background tells others, in files.
struct WarmingNotes {
    private let folder: URL
    /// How long a failure keeps it from trying again, in seconds.
    private static let pause: TimeInterval = 300

    init(in folder: URL) {
        self.folder = folder
    }

    /// Held as long as the process lives.
    var lock: String { file("lock").path }

    /// The process that holds the lock, or held it last.
    var process: Int32? { read("process").flatMap { Int32($0) } }

    /// What is being built, and how far: `register, 312 of 904`.
    var progress: String? { read("progress") }

    /// Why it failed, if it did when it was tried last.
    var trouble: String? { read("trouble") }

    /// The same, if that was so short ago that trying again would not help.
    var freshTrouble: String? {
        let facts = try? FileManager.default.attributesOfItem(atPath: file("trouble").path)
        guard let date = facts?[.modificationDate] as? Date, date.timeIntervalSinceNow > -Self.pause else { return nil }
        return trouble
    }

    func prepare() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func write(process: Int32) { write("\(process)", to: "process") }
    func write(progress: String?) { write(progress, to: "progress") }
    func write(trouble: String?) { write(trouble, to: "trouble") }

    private func file(_ name: String) -> URL { folder.appending(path: name) }

    private func read(_ name: String) -> String? { try? String(contentsOf: file(name), encoding: .utf8) }

    private func write(_ text: String?, to name: String) {
        if let text {
            try? text.write(to: file(name), atomically: true, encoding: .utf8)
        } else {
            try? FileManager.default.removeItem(at: file(name))
        }
    }
}
