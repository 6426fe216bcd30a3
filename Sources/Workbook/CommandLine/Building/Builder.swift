import Curriculum
import Foundation
import Processes
import Terminal

/// Builds programs, and leaves them alone when nothing has changed since.
struct Builder {
    enum Outcome {
        /// The program, made from the sources as they are.
        case ready(URL)
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

    /// The lesson's program, from the sources as they are now, by whatever way is the shortest.
    func buildQuickly(_ lesson: Lesson) throws -> Outcome {
        let surroundings = lesson.place.surroundings(in: workplace.files).description
        let stamp = stamp(of: lesson)
        if stamp.isCurrent { return .ready(executable(lesson.product)) }
        if stamp.isCurrent(in: surroundings) {
            let quick = try Timing.measure("compile \(lesson.product)") {
                try QuickBuilder(workplace, lesson).build()
            }
            if let quick { return quick }
        }
        return try build(lesson)
    }

    /// The lesson's program, by SwiftPM.
    func build(_ lesson: Lesson) throws -> Outcome {
        try scope.include([lesson])
        return try build(lesson.product, from: ["Package.swift", "Sources"]) { stamp(of: lesson) }
    }

    /// The tests of these lessons at least. What a learner changes is not among their sources.
    func buildTests(of lessons: [Lesson]) throws -> Outcome {
        try scope.include(lessons)
        return try build(Self.testBundle, from: testSources) { testStamp }
    }

    /// Notes that SwiftPM has just built everything: the launcher's first build.
    func noteFirstBuild(of lesson: Lesson) {
        stamp(of: lesson).write()
        testStamp.write()
    }

    private let testSources = ["Package.swift", "Sources/Core", "Sources/Workbook", "Tests"]

    private var testStamp: BuildStamp {
        let sources = SourceState(of: testSources, in: workplace.files).description
        return BuildStamp(
            of: executable(Self.testBundle + ".xctest"), from: [sources, "\(scope.isFirstLessonOnly)"])
    }

    private func stamp(of lesson: Lesson) -> BuildStamp {
        let sources = SourceState(of: ["Package.swift", "Sources"], in: workplace.files).description
        let surroundings = lesson.place.surroundings(in: workplace.files).description
        return BuildStamp(
            of: executable(lesson.product), from: [sources, surroundings, "\(scope.isFirstLessonOnly)"])
    }

    private func build(_ product: String, from sources: [String], stamp: () -> BuildStamp) throws -> Outcome {
        if stamp().isCurrent { return .ready(executable(product)) }
        let before = SourceState(of: sources, in: workplace.files)
        if Screen.error.isTerminal { workplace.note("Building \(product) …") }
        let swift = scope.swift(["build", "--product", product], in: workplace.root)
        let result = try Timing.measure("build \(product)") { try swift.capture() }
        guard result.isSuccess else {
            return .failed(CompilerWords.pick(from: result.output + result.errors, root: workplace.root.path))
        }
        // A file that was saved while the compiler ran may be in it or not: no stamp, so the next build looks again.
        if before == SourceState(of: sources, in: workplace.files) { stamp().write() }
        return .ready(executable(product))
    }

    /// Whether the compiler speaks of files that learners write.
    func isLearners(_ words: String) -> Bool {
        words.contains("Sources/Lessons/")
    }
}
