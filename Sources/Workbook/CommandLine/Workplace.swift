import ArgumentParser
import Curriculum
import Foundation
import Terminal

/// Where a verb works: the course, the learner's state, and the screen that it prints to.
struct Workplace {
    let course: Course
    /// `.workbook`, or the folder that WORKBOOK_STATE names.
    let state: URL
    let screen = Screen.output

    var files: Files { course.files }
    var root: URL { course.files.root }
    var paint: Paint { screen.paint }

    /// Opens the course around the working directory.
    init() throws {
        let here = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        guard let root = Course.root(around: here) else {
            throw ValidationError(
                "This is not inside the workbook: no folder here or above has Package.swift and chapters.")
        }
        course = Course(root: root)
        if !course.isReadable, let problem = course.problems.first { throw problem }
        let asked = ProcessInfo.processInfo.environment["WORKBOOK_STATE"] ?? ""
        state = asked.isEmpty ? root.appending(path: ".workbook") : URL(filePath: asked, directoryHint: .isDirectory)
    }

    /// Another copy of the course, with a state of its own.
    init(copy root: URL) {
        course = Course(root: root)
        state = root.appending(path: ".build/state")
    }

    /// Prints prose, broken to the screen's width.
    func say(_ text: String = "") {
        print(text.wrapped(to: min(screen.width, 100)))
    }

    /// Tells something beside the point, on standard error.
    func note(_ text: String) {
        FileHandle.standardError.write(Data((text.wrapped(to: Screen.error.width) + "\n").utf8))
    }
}
