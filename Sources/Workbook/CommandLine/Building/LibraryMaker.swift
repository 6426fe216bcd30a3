import Curriculum
import Foundation
import Processes

/// Makes the library below a lesson out of what SwiftPM has compiled, and of as much of the toolchain's libraries as
/// there are archives of.
struct LibraryMaker {
    private let objects: [String]
    private let jobs: LinkJobs
    private let libraries: LibraryList
    private let archives: RuntimeArchives?
    private let draft: URL
    /// Where the library is put, for all lessons that it is below.
    private let folder: URL
    private let root: String

    /// Nil if there are no objects, or no way to link them.
    ///
    /// - Parameter link: how SwiftPM links the lesson's program.
    init?(_ lesson: Lesson, _ link: CompilerArguments, _ paths: RecipePaths, in root: String) throws {
        guard let file = link.words.first(where: { $0.hasPrefix("@") })?.dropFirst(),
            let all = try? String(contentsOfFile: String(file), encoding: .utf8).lines
        else { return nil }
        let own = ["/\(lesson.place.name).build/", "/\(lesson.place.name)Lesson.build/"]
        objects = all.filter { line in !own.contains { line.contains($0) } }
        draft = paths.folder.appending(path: "below.draft")
        folder = paths.folder.deletingLastPathComponent()
        libraries = LibraryList(path: paths.folder.appending(path: "below.autolink").path)
        self.root = root

        // The driver would write a thousand names into one command: the tools can read the list themselves.
        let list = paths.folder.appending(path: "below.list").path
        try objects.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
        let standIn = paths.folder.appending(path: "below.o").path
        let arguments = link.without(["-emit-executable": 0])
            .withoutLinkerWords { $0 == "--defsym" || $0.hasPrefix("main=") }
            .linking("Below", to: draft.path).with(["-emit-library", standIn])
            // Which lines of other people's files a crash went through is looked up for seconds, and concerns no learner.
            .with(["-Xlinker", "--strip-debug"])
        let planned = LinkJobs(arguments, listingIn: libraries.path, in: root)
        guard let planned = planned?.replacing(standIn, with: "@\(list)") else { return nil }
        jobs = planned
        archives = RuntimeArchives(besideLibrariesOf: planned.link)
    }

    /// Nil if the linker does not agree.
    func make(withArchives: Bool) throws -> LibraryBelow? {
        try listLibraries()
        let held = withArchives ? archives?.holding(libraries.words) ?? [] : []
        if let full = try make(holding: held) { return full }
        if held.isEmpty { return nil }
        try listLibraries()
        return try make(holding: [])
    }

    private func listLibraries() throws { if let list = jobs.listLibraries { _ = try run(list) } }

    private func make(holding held: [String]) throws -> LibraryBelow? {
        let marks = objects.map { FileMark(of: URL(filePath: $0.trimmingCharacters(in: ["'", "\""]))).description }
        let state = Fingerprint(of: (objects + marks + held).joined(separator: "\n"))
        let library = LibraryBelow(
            path: folder.appending(path: "below-\(state).so").path, held: held, archives: archives)
        if FileManager.default.fileExists(atPath: library.path) { return library }
        try libraries.remove(held)
        let isMade = try Timing.measure("link what is below") {
            try run(archives?.link(jobs.link, holding: held) ?? jobs.link)
        }
        // Another lesson may have made the same meanwhile.
        guard isMade, rename(draft.path, library.path) == 0 else { return nil }
        removeOldLibraries()
        return library
    }

    private func run(_ command: [String]) throws -> Bool {
        guard let tool = command.first else { return false }
        return try Program(tool, Array(command.dropFirst()), workingDirectory: root).capture().isSuccess
    }

    /// They are large. Kept are those that a lesson is linked with, and a few that may be about to be.
    private func removeOldLibraries() {
        let all =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
        let recipes = all.compactMap { try? String(contentsOf: $0.appending(path: "recipe.json"), encoding: .utf8) }
        let libraries = all.filter { $0.pathExtension == "so" }.map { file in
            (file, (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate)
        }
        for (file, _) in libraries.sorted(by: { $0.1 ?? .distantPast > $1.1 ?? .distantPast }).dropFirst(4)
        where !recipes.contains(where: { $0.contains(file.lastPathComponent) }) {
            try? FileManager.default.removeItem(at: file)
        }
    }
}
