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
    private let scope: BuildScope
    /// Runs SwiftPM; says whether it succeeded, and what it printed.
    private let run: (Program) throws -> (isSuccess: Bool, output: String)

    /// Whoever waits for a build does not wait for one in the background.
    init(_ workplace: Workplace) {
        self.init(workplace, BuildScope(workplace)) { swift in
            Warming(workplace).stop()
            if Screen.error.isTerminal { workplace.note("Building \(swift.arguments.last ?? "") …") }
            let result = try Timing.measure("build \(swift.arguments.last ?? "")") { try swift.capture() }
            return (result.isSuccess, result.output + result.errors)
        }
    }

    init(
        _ workplace: Workplace, _ scope: BuildScope,
        run: @escaping (Program) throws -> (isSuccess: Bool, output: String)
    ) {
        (self.workplace, self.scope, self.run) = (workplace, scope, run)
    }

    private var folder: URL { workplace.root.appending(path: ".build/debug") }

    func executable(_ product: String) -> URL { folder.appending(path: product) }

    /// The lesson's program, from the sources as they are now, by whatever way is the shortest.
    func buildQuickly(_ lesson: Lesson) throws -> Outcome {
        // Hundreds of files are looked at for it: once is enough.
        let surroundings = lesson.place.surroundings(in: workplace.files)
        let stamp = stamp(of: lesson, surroundings)
        if stamp.isCurrent { return .ready(executable(lesson.product)) }
        if stamp.isCurrent(in: surroundings.description) {
            let quick = try Timing.measure("compile \(lesson.product)") {
                try QuickBuilder(workplace, lesson, surroundings).build()
            }
            if let quick { return quick }
        }
        return try build(lesson)
    }

    /// Whether SwiftPM has built all that the lesson's program is made of, apart from what a learner has changed since.
    func isBuiltBelow(_ lesson: Lesson) -> Bool {
        let surroundings = lesson.place.surroundings(in: workplace.files)
        return stamp(of: lesson, surroundings).isCurrent(in: surroundings.description)
    }

    /// The lesson's program, by SwiftPM.
    func build(_ lesson: Lesson) throws -> Outcome {
        try scope.include([lesson])
        return try build(lesson.product) { stamp(of: lesson) }
    }

    /// The tests of these lessons at least. What a learner changes is not among their sources.
    func buildTests(of lessons: [Lesson]) throws -> Outcome {
        try scope.include(lessons)
        let isFirstLesson = lessons.allSatisfy { $0.number == "1" }
        if isFirstLesson, testStamp(ofFirstLessonOnly: true).isCurrent { return .ready(executable(Self.testBundle)) }
        return try build(Self.testBundle) { testStamp(ofFirstLessonOnly: scope.isFirstLessonOnly) }
    }

    /// Whether the tests of a lesson are there, from the sources as they are.
    func areTestsBuilt(for lesson: Lesson) -> Bool {
        lesson.number == "1" && testStamp(ofFirstLessonOnly: true).isCurrent
            || testStamp(ofFirstLessonOnly: false).isCurrent
    }

    /// Notes that SwiftPM has just built everything: the launcher's first build.
    func noteFirstBuild(of lesson: Lesson) {
        stamp(of: lesson).write()
        testStamp(ofFirstLessonOnly: scope.isFirstLessonOnly).write()
    }

    private func testStamp(ofFirstLessonOnly isPart: Bool) -> BuildStamp {
        let folders = ["Package.swift", "Sources/Core", "Sources/Workbook", "Tests"]
        let sources = SourceState(of: folders, in: workplace.files).description
        return BuildStamp(of: executable(Self.testBundle + ".xctest"), from: [sources, "\(isPart)"])
    }

    private func stamp(of lesson: Lesson) -> BuildStamp {
        stamp(of: lesson, lesson.place.surroundings(in: workplace.files))
    }

    private func stamp(of lesson: Lesson, _ surroundings: SourceState) -> BuildStamp {
        let exercise = SourceState(of: [lesson.place.exerciseFolder], in: workplace.files)
        return BuildStamp(of: executable(lesson.product), from: [exercise.description, surroundings.description])
    }

    private func build(_ product: String, stamp: () -> BuildStamp) throws -> Outcome {
        let before = stamp()
        if before.isCurrent { return .ready(executable(product)) }
        let (isSuccess, output) = try run(scope.swift(["build", "--product", product], in: workplace.root))
        guard isSuccess else { return .failed(CompilerWords.pick(from: output, root: workplace.root.path)) }
        // A file that was saved while the compiler ran may be in it or not: no stamp, so the next build looks again.
        let after = stamp()
        if before.inputs == after.inputs { after.write() }
        try scope.noteAhead()
        return .ready(executable(product))
    }

    /// Whether the compiler speaks of files that learners write.
    func isLearners(_ words: String) -> Bool {
        words.contains("Sources/Lessons/")
    }
}
