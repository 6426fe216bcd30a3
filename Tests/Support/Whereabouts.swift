import Curriculum
import Foundation
import Synchronization

/// The course whose programs are judged: the folder of the executables, and the checkout around it.
enum Whereabouts {
    /// Where the executables are: `WORKBOOK_PRODUCTS`, or beside the test bundle.
    static let products: URL = {
        let told = ProcessInfo.processInfo.environment["WORKBOOK_PRODUCTS"] ?? ""
        return told.isEmpty ? Bundle.main.bundleURL : URL(filePath: told, directoryHint: .isDirectory)
    }()

    /// The program to judge in place of the one of that name among the products, if `WORKBOOK_PROGRAM` names one. For
    /// `-` it is being built at the moment: its path comes over standard input when it is there.
    static let program: URL? = {
        let told = ProcessInfo.processInfo.environment["WORKBOOK_PROGRAM"] ?? ""
        let path = told == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : told
        // Whoever was to tell us has gone.
        if told == "-", path.isEmpty { exit(EXIT_FAILURE) }
        return path.isEmpty ? nil : URL(filePath: path)
    }()

    /// Whether a test of an exercise that the learner has not written yet is "to do" without being run: quicker, when it
    /// is known already that the tests would find out by themselves.
    static let passesOverOpenExercises = ProcessInfo.processInfo.environment["WORKBOOK_PASS_OVER_OPEN"] == "1"

    static let course: Course? = Course.root(around: products).map { Course(root: $0) }

    /// What the course says of exercises; several tests are about each.
    private static let exercises = Mutex<[String: Exercise]>([:])

    private static func exercise(_ id: String, of course: Course) -> Exercise? {
        exercises.withLock { known in
            let exercise = known[id] ?? course.exercise(named: id)
            known[id] = exercise
            return exercise
        }
    }

    /// Where to look when a test of this trial fails, and whether the exercise is still open there.
    static func standing(of trial: Trial) -> (place: String, isOpen: Bool) {
        guard let course, let id = trial.exercise, let exercise = exercise(id, of: course) else { return ("", false) }
        // What the learner has written is looked at when it has been built, and not before.
        _ = program
        switch trial.subject {
        case .yours:
            let standing = exercise.standing(in: course.files)
            return (standing.place.description, standing.isBorrowed)
        case .solution:
            return ("\(Place(file: exercise.source, line: exercise.hole.line))", false)
        case .flaw:
            return (course.lesson(of: exercise).map { "\($0.place.folder)/Flaws.swift" } ?? "", false)
        case .url(let url):
            return (url.absoluteString, false)
        }
    }
}
