import Curriculum
import Foundation
import Processes

/// Builds a lesson's program in less than a second: it compiles the lesson's own files and links them with one dynamic
/// library of everything below, which SwiftPM has compiled before.
///
/// It knows nothing of Swift's options by itself: a recipe is made from SwiftPM's own plan, and thrown away when
/// anything that it rests on has changed.
struct QuickBuilder {
    private let workplace: Workplace
    private let lesson: Lesson
    private let surroundings: SourceState
    private let paths: RecipePaths
    private let planned: URL
    private let limits: Limits?

    /// - Parameters:
    ///   - surroundings: how all but the learner's files stands; nil is to look.
    ///   - planned: the folder in which SwiftPM has planned and compiled all that is below; nil is the course's own.
    ///   - limits: what the compiler may use.
    init(
        _ workplace: Workplace, _ lesson: Lesson, _ surroundings: SourceState? = nil, plannedIn planned: URL? = nil,
        within limits: Limits? = nil
    ) {
        (self.workplace, self.lesson, self.limits) = (workplace, lesson, limits)
        self.surroundings = surroundings ?? lesson.place.surroundings(in: workplace.files)
        self.planned = planned ?? workplace.root
        let folder = workplace.root.appending(path: ".build/quick/\(lesson.product)")
        paths = RecipePaths(folder: folder, lesson: lesson)
    }

    /// Nil if SwiftPM has to do it. To be asked only when all but the learner's files is as SwiftPM has built it.
    func build() throws -> Builder.Outcome? {
        #if os(Linux)
            try FileManager.default.createDirectory(at: paths.folder, withIntermediateDirectories: true)
            guard let lock = FileLock(waitingFor: paths.folder.appending(path: "lock").path) else { return nil }
            defer { withExtendedLifetime(lock) {} }
            if isCurrent { return .ready(paths.program) }
            guard var recipe = try recipe() else { return nil }
            // A file may be saved while it is compiled; whoever saves for ever is left to SwiftPM.
            for _ in 0..<3 {
                let contents = ProgramRecord.contents(of: lesson.place, in: workplace.files)
                if let failure = try make(recipe) {
                    if failure.contains("Sources/Lessons/") { return .failed(failure) }
                    // A module may need what the archives do not have.
                    guard !recipe.heldBelow.isEmpty, let other = try newRecipe(withArchives: false) else { return nil }
                    recipe = other
                    continue
                }
                guard contents == ProgramRecord.contents(of: lesson.place, in: workplace.files) else { continue }
                try publish(contents)
                return .ready(paths.program)
            }
        #endif
        return nil
    }

    /// Makes ready what the first build needs, which takes seconds.
    func prepare() throws {
        #if os(Linux)
            try FileManager.default.createDirectory(at: paths.folder, withIntermediateDirectories: true)
            guard let lock = FileLock(waitingFor: paths.folder.appending(path: "lock").path) else { return }
            defer { withExtendedLifetime(lock) {} }
            _ = try recipe()
        #endif
    }

    private var isCurrent: Bool {
        guard let record = ProgramRecord(of: paths.program) else { return false }
        return record.change(since: paths.program, of: lesson.place, in: workplace.files) == nil
    }

    /// The recipe that was made last, if it still holds, or a new one.
    private func recipe() throws -> Recipe? {
        if let data = try? Data(contentsOf: paths.recipe),
            let known = try? JSONDecoder().decode(Recipe.self, from: data),
            known.holds(for: lesson, surroundings, in: workplace.files)
        {
            return known
        }
        return try newRecipe(withArchives: true)
    }

    /// - Parameter withArchives: whether what is below may hold the toolchain's own libraries.
    private func newRecipe(withArchives: Bool) throws -> Recipe? {
        for old in [paths.programObject, paths.stub] { try? FileManager.default.removeItem(atPath: old) }
        return try Timing.measure("recipe for \(lesson.product)") {
            try RecipeWriter(workplace: workplace, lesson: lesson, planned: planned, paths: paths)
                .write(withArchives: withArchives)
        }
    }

    /// Runs the commands; returns what the compiler says if it does not agree.
    private func make(_ recipe: Recipe) throws -> String? {
        let before = FileManager.default.contents(atPath: recipe.module)
        if let failure = try run(recipe.compileExercise) { return failure }
        if before == nil || before != FileManager.default.contents(atPath: recipe.module) {
            try? FileManager.default.removeItem(atPath: recipe.programObject)
        }
        if !FileManager.default.fileExists(atPath: recipe.programObject) {
            if let failure = try run(recipe.compileProgram) { return failure }
        }
        return try link(recipe)
    }

    /// What a learner's file asks for seldom changes: the list of libraries and the stub of what is below are made anew
    /// only when the linker misses something.
    private func link(_ recipe: Recipe) throws -> String? {
        let stub = StubLibrary(for: recipe.below, at: recipe.stub)
        if !stub.isMade {
            if let failure = try listLibraries(recipe) { return failure }
            _ = try run(stub.takingIn("", for: recipe.link))
        }
        guard let complaint = try run(stub.standingIn(recipe.link)) else { return nil }
        if let failure = try listLibraries(recipe) ?? run(recipe.link) { return failure }
        _ = try run(stub.takingIn(complaint, for: recipe.link))
        return nil
    }

    private func listLibraries(_ recipe: Recipe) throws -> String? {
        if let list = recipe.listLibraries, let failure = try run(list) { return failure }
        try LibraryList(path: recipe.libraries).remove(recipe.heldBelow)
        return nil
    }

    private func run(_ command: [String]) throws -> String? {
        guard let compiler = command.first else { return "An empty command." }
        let words = limits?.wrap(command) ?? command
        let program = Program(words[0], Array(words.dropFirst()), workingDirectory: workplace.root.path)
        let result = try Timing.measure(URL(filePath: compiler).lastPathComponent) {
            try program.capture(timeout: limits?.time)
        }
        if result.timedOut { return "Sources/Lessons/: the compiler took too long, and was stopped." }
        return result.isSuccess
            ? nil : CompilerWords.pick(from: result.output + result.errors, root: workplace.root.path)
    }

    /// Puts the program in its place, with the record of what it was made from.
    private func publish(_ contents: [String: String]) throws {
        try? FileManager.default.removeItem(at: paths.program)
        try FileManager.default.moveItem(atPath: paths.draft, toPath: paths.program.path)
        let record = ProgramRecord(
            program: FileMark(of: paths.program), exercise: contents, surroundings: surroundings)
        try record.save(beside: paths.program)
    }
}
