import Curriculum
import Foundation
import Processes

/// Makes a lesson's recipe out of SwiftPM's plan and what SwiftPM has compiled.
struct RecipeWriter {
    let workplace: Workplace
    let lesson: Lesson
    /// Where SwiftPM's plan is.
    let planned: URL
    let paths: RecipePaths

    private var root: String { workplace.root.path }

    /// Nil if the plan does not say enough; SwiftPM then builds the lesson itself.
    ///
    /// - Parameter withArchives: whether what is below may hold the toolchain's own libraries.
    func write(withArchives: Bool) throws -> Recipe? {
        let name = lesson.place.name
        guard let plan = BuildPlan(in: planned.appending(path: ".build")),
            let exercise = plan.compiling(module: name), let program = plan.compiling(module: "\(name)Lesson"),
            let link = plan.linking(product: lesson.product),
            let below = try LibraryMaker(lesson, CompilerArguments(link.arguments), paths, in: root)?.make(
                withArchives: withArchives)
        else { return nil }

        let folder = paths.folder.path
        let exerciseFiles = lessonFiles.filter(lesson.place.isInLibrary)
        let programFiles = lessonFiles.filter { !lesson.place.isInLibrary($0) }
        guard
            let compileExercise = compile(exercise.arguments, exerciseFiles, to: paths.exerciseObject, paths.module),
            let compileProgram = compile(
                program.arguments, programFiles, to: paths.programObject, paths.programModule, seeing: ["-I", folder]),
            let linkProgram = LinkJobs(
                CompilerArguments(link.arguments).linking("\(name)Lesson", to: paths.draft)
                    .with([paths.exerciseObject, paths.programObject, below.path]),
                listingIn: paths.libraries, in: root)
        else { return nil }
        let modules = exercise.inputs.filter { $0.hasSuffix(".swiftmodule") }
        let tools = [compileExercise.commands.first, linkProgram.link].compactMap { $0?.first }
        let recipe = Recipe(
            exercise: compileExercise.commands, program: compileProgram.commands, link: linkProgram, below: below,
            paths: paths, ingredients: modules + tools, lesson: lesson, files: workplace.files)
        try JSONEncoder().encode(recipe).write(to: paths.recipe, options: .atomic)
        return recipe
    }

    private var lessonFiles: [String] { workplace.files.swiftFiles(under: lesson.place.folder) }

    private func compile(
        _ arguments: [String], _ files: [String], to object: String, _ module: String, seeing more: [String] = []
    ) -> DriverJobs? {
        // Whole files at once, without what SwiftPM needs to remember between builds.
        let dropped = [
            "-emit-dependencies": 0, "-incremental": 0, "-enable-batch-mode": 0, "-serialize-diagnostics": 0, "-j2": 0,
            "-parseable-output": 0, "-emit-objc-header": 0, "-g": 0, "-output-file-map": 1, "-index-store-path": 1,
            "-emit-objc-header-path": 1, "-emit-module-path": 1,
        ]
        var arguments = CompilerArguments(arguments).without(dropped).withoutLists()
        // Our own module is found before the one that SwiftPM has made.
        arguments = CompilerArguments([arguments.compiler] + more + arguments.words.dropFirst())
        return DriverJobs(
            arguments.with([
                "-whole-module-optimization", "-no-emit-module-separately-wmo", "-gline-tables-only",
                "-emit-module-path", module, "-o", object,
            ]).with(files.map { workplace.files.url($0).path }), in: root)
    }
}
