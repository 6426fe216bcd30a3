import Curriculum
import Foundation

/// Whether builds include what the service needs, the package's trait `Service`.
///
/// Without it lesson 1 fetches and builds next to nothing. It is on from the first lesson that needs it, and stays on:
/// each switch compiles the package anew. The launcher looks at the same file.
struct ServiceTrait {
    private let marker: URL

    init(_ workplace: Workplace) {
        marker = workplace.root.appending(path: ".build/with-service")
    }

    /// What SwiftPM is told.
    var options: [String] {
        FileManager.default.fileExists(atPath: marker.path) ? [] : ["--disable-default-traits"]
    }

    /// Switches it on if one of these lessons needs it.
    func include(_ lessons: [Lesson]) throws {
        guard lessons.contains(where: \.needsService), !options.isEmpty else { return }
        let folder = marker.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: marker)
    }
}

extension Lesson {
    /// Whether its solution stands above the first tier, which needs no package.
    fileprivate var needsService: Bool { sources.contains { !$0.path.hasPrefix("Sources/Core/Tokens/") } }
}
