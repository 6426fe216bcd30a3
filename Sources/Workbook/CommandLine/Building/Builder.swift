import Curriculum
import Foundation
import Processes
import Terminal

/// Builds programs with SwiftPM, and leaves it alone when nothing has changed since.
struct Builder {
    enum Outcome {
        case ready
        /// In the compiler's own words.
        case failed(String)
    }

    static let testBundle = "jwt-workbookPackageTests"

    private let workplace: Workplace
    private var scope: BuildScope { BuildScope(workplace) }

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    private var folder: URL { workplace.root.appending(path: ".build/debug") }

    func executable(_ product: String) -> URL { folder.appending(path: product) }

    /// The lesson's program, from the sources as they are now.
    func build(_ lesson: Lesson) throws -> Outcome {
        try scope.include([lesson])
        return try build(lesson.product, makes: lesson.product, from: ["Package.swift", "Sources"])
    }

    /// The tests of these lessons at least. What a learner changes is not among their sources.
    func buildTests(of lessons: [Lesson]) throws -> Outcome {
        try scope.include(lessons)
        return try build(
            Self.testBundle, makes: Self.testBundle + ".xctest",
            from: ["Package.swift", "Sources/Core", "Sources/Workbook", "Tests"])
    }

    private func build(_ product: String, makes file: String, from sources: [String]) throws -> Outcome {
        let stamp = folder.appending(path: "\(file).stamp")
        func state() -> String {
            let sources = SourceState(of: sources, in: workplace.files).description
            return ([sources, SourceState.mark(of: executable(file))] + [scope.isFirstLessonOnly.description]).joined(
                separator: " ")
        }
        if FileManager.default.fileExists(atPath: executable(file).path),
            (try? String(contentsOf: stamp, encoding: .utf8)) == state()
        {
            return .ready
        }
        let before = SourceState(of: sources, in: workplace.files)
        if Screen.error.isTerminal { workplace.note("Building \(product) …") }
        let swift = scope.swift(["build", "--product", product], in: workplace.root)
        let result = try Timing.measure("build \(product)") { try swift.capture() }
        guard result.isSuccess else {
            return .failed(CompilerWords.pick(from: result.output + result.errors, root: workplace.root.path))
        }
        // A file that was saved while the compiler ran may be in it or not: no stamp, so the next build looks again.
        if before.description == SourceState(of: sources, in: workplace.files).description {
            try? state().write(to: stamp, atomically: true, encoding: .utf8)
        }
        return .ready
    }

    /// Whether the compiler speaks of files that learners write.
    func isLearners(_ words: String) -> Bool {
        words.contains("Sources/Lessons/")
    }
}
