import Curriculum
import Foundation
import Processes

/// How much of the package is built: lesson 1 alone, or everything.
///
/// Lesson 1 needs next to no packages, so that a newcomer soon sees something. Everything takes part from the first
/// lesson on that needs more, and from then on always. The launcher looks at the same file; Package.swift obeys the same
/// variable.
struct BuildScope {
    private static let variable = "WORKBOOK_FIRST_LESSON_ONLY"
    private let marker: URL

    init(_ workplace: Workplace) {
        marker = workplace.root.appending(path: ".build/all-lessons")
    }

    /// SwiftPM, told how much there is to build.
    func swift(_ arguments: [String], in root: URL) -> Program {
        Program(
            "swift", arguments, environment: [Self.variable: isFirstLessonOnly ? "1" : nil],
            workingDirectory: root.path)
    }

    var isFirstLessonOnly: Bool { !FileManager.default.fileExists(atPath: marker.path) }

    /// Includes everything if one of these lessons needs it.
    func include(_ lessons: [Lesson]) throws {
        guard isFirstLessonOnly, lessons.contains(where: { $0.number != "1" }) else { return }
        let folder = marker.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: marker)
    }
}
