import Curriculum
import Foundation

/// The few commands that turn a lesson's files into its program, given everything below them as one dynamic library.
struct Recipe: Codable {
    /// Compiles what the learner writes; leaves `module` and an object.
    let compileExercise: [String]
    /// Compiles the program around it; only needed when the module has changed.
    let compileProgram: [String]
    /// Lists the system's libraries that the objects ask for; nil if the linker needs no list.
    let listLibraries: [String]?
    let link: [String]
    /// What is below.
    let below: String
    /// Where what stands in for it is put while the linker works.
    let stub: String
    /// Those of the system's libraries that are part of what is below.
    let heldBelow: [String]
    let module: String
    let programObject: String
    /// The list of the system's libraries.
    let libraries: String
    /// Where the linker puts the program.
    let draft: String

    /// The files that all this was made for, with their marks, and the learner's files by name.
    private let ingredients: [String: String]
    private let surroundings: String
    private let exercise: [String]

    init(
        exercise: [[String]], program: [[String]], link: LinkJobs, below: LibraryBelow, paths: RecipePaths,
        ingredients: [String], lesson: Lesson, files: Files
    ) {
        compileExercise = exercise.first ?? []
        compileProgram = program.first ?? []
        (listLibraries, self.link) = (link.listLibraries, below.findable(by: link).link)
        (self.below, stub, heldBelow) = (below.path, paths.stub, below.held)
        (module, programObject, draft) = (paths.module, paths.programObject, paths.draft)
        libraries = paths.libraries
        self.ingredients = Dictionary((ingredients + [below.path]).map { ($0, Self.mark($0)) }) { first, _ in first }
        surroundings = lesson.place.surroundings(in: files).description
        self.exercise = files.swiftFiles(under: lesson.place.exerciseFolder)
    }

    /// Whether it still says how to make the lesson's program.
    func holds(for lesson: Lesson, _ surroundings: SourceState, in files: Files) -> Bool {
        self.surroundings == surroundings.description
            && exercise == files.swiftFiles(under: lesson.place.exerciseFolder)
            && ingredients.allSatisfy { $0.value == Self.mark($0.key) }
    }

    private static func mark(_ path: String) -> String { FileMark(of: URL(filePath: path)).description }
}

/// Where the parts of a lesson's program are put while it is made.
struct RecipePaths {
    let folder: URL
    let lesson: Lesson

    var module: String { path("\(lesson.place.name).swiftmodule") }
    var exerciseObject: String { path("\(lesson.place.name).o") }
    var programModule: String { path("\(lesson.place.name)Lesson.swiftmodule") }
    var programObject: String { path("\(lesson.place.name)Lesson.o") }
    var libraries: String { path("libraries.autolink") }
    var stub: String { path("below.stub") }
    var draft: String { path("\(lesson.product).draft") }
    var program: URL { folder.appending(path: lesson.product) }
    var recipe: URL { folder.appending(path: "recipe.json") }

    private func path(_ name: String) -> String { folder.appending(path: name).path }
}
