import Curriculum
import Foundation
import Processes

/// Makes a lesson's recipe out of SwiftPM's plan, and the library below it out of what SwiftPM has compiled.
struct RecipeWriter {
    let workplace: Workplace
    let lesson: Lesson
    /// Where SwiftPM's plan is.
    let planned: URL
    let paths: RecipePaths

    private var root: String { workplace.root.path }

    /// Nil if the plan does not say enough; SwiftPM then builds the lesson itself.
    func write() throws -> Recipe? {
        let name = lesson.place.name
        guard let plan = BuildPlan(in: planned.appending(path: ".build")),
            let exercise = plan.compiling(module: name), let program = plan.compiling(module: "\(name)Lesson"),
            let link = plan.linking(product: lesson.product), let below = try library(below: link.arguments)
        else { return nil }

        let folder = paths.folder.path
        let exerciseFiles = lessonFiles.filter { !$0.hasPrefix("\(lesson.place.folder)/Run/") }
        let programFiles = lessonFiles.filter { $0.hasPrefix("\(lesson.place.folder)/Run/") }
        guard
            let compileExercise = compile(exercise.arguments, exerciseFiles, to: paths.exerciseObject, paths.module),
            let compileProgram = compile(
                program.arguments, programFiles, to: paths.programObject, paths.programModule, seeing: ["-I", folder]),
            let linkProgram = DriverJobs(
                CompilerArguments(link.arguments).without(["-o": 1, "-g": 0, "-module-name": 1]).withoutLists()
                    .with(linker + ["-module-name", "\(name)Lesson", "-o", paths.draft])
                    .with([paths.exerciseObject, paths.programObject, below]), in: root)
        else { return nil }
        let modules = exercise.inputs.filter { $0.hasSuffix(".swiftmodule") }
        let recipe = Recipe(
            exercise: compileExercise.commands, program: compileProgram.commands, link: linkProgram.commands,
            paths: paths,
            ingredients: modules + [below] + [compileExercise, linkProgram].flatMap(\.commands).compactMap(\.first),
            lesson: lesson, files: workplace.files)
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

    /// One dynamic library of all objects that the lesson's program is linked from, apart from the lesson's own.
    private func library(below link: [String]) throws -> String? {
        guard let list = link.first(where: { $0.hasPrefix("@") })?.dropFirst(),
            let objects = try? String(contentsOfFile: String(list), encoding: .utf8).lines
        else { return nil }
        let own = ["/\(lesson.place.name).build/", "/\(lesson.place.name)Lesson.build/"]
        let below = objects.filter { line in !own.contains { line.contains($0) } }
        let marks = below.map { FileMark(of: URL(filePath: $0.trimmingCharacters(in: ["'", "\""]))).description }
        let state = Fingerprint(of: (below + marks).joined(separator: "\n"))
        let folder = paths.folder.deletingLastPathComponent()
        let library = folder.appending(path: "below-\(state).so")
        if FileManager.default.fileExists(atPath: library.path) { return library.path }

        let belowList = paths.folder.appending(path: "below.list")
        try below.joined(separator: "\n").write(to: belowList, atomically: true, encoding: .utf8)
        let draft = paths.folder.appending(path: "below.draft")
        let arguments = CompilerArguments(link).without(["-o": 1, "-g": 0, "-module-name": 1, "-emit-executable": 0])
            .withoutLists().withoutLinkerWords { $0 == "--defsym" || $0.hasPrefix("main=") }
            .with(linker + ["-emit-library", "-module-name", "Below", "-o", draft.path, "@\(belowList.path)"])
        let swiftc = Program(arguments.compiler, Array(arguments.words.dropFirst()), workingDirectory: root)
        guard try Timing.measure("link what is below", { try swiftc.capture() }).isSuccess else { return nil }
        // Another lesson may have made the same meanwhile.
        guard rename(draft.path, library.path) == 0 else { return nil }
        removeOldLibraries(in: folder)
        return library.path
    }

    /// They are large, and there are never more than a few in use: one for each tier of the core.
    private func removeOldLibraries(in folder: URL) {
        let all =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
        let libraries = all.filter { $0.pathExtension == "so" }.map { file in
            (file, (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate)
        }
        for (file, _) in libraries.sorted(by: { $0.1 ?? .distantPast > $1.1 ?? .distantPast }).dropFirst(4) {
            try? FileManager.default.removeItem(at: file)
        }
    }

    /// The toolchain's own linker, which is several times as fast as the usual one.
    private let linker = ["-use-ld=lld"]
}
