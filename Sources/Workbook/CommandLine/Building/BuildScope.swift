import Curriculum
import Foundation
import Processes

/// How much of the package is built: lesson 1 alone, or everything.
///
/// Lesson 1 needs next to no packages, so that a newcomer soon sees something. Everything takes part from the first
/// lesson on that needs more, and from then on always. The launcher looks at the same file and passes the same arguments;
/// Package.swift obeys the same variable.
struct BuildScope {
    private static let variable = "WORKBOOK_FIRST_LESSON_ONLY"
    /// Nobody looks anything up yet, and to index the system's own modules takes its time. Later SwiftPM must get the
    /// same arguments from everybody, or it would compile everything anew each time.
    private static let withoutIndexOfSystem =
        ["-index-ignore-clang-modules", "-index-ignore-system-modules"].flatMap { ["-Xswiftc", $0] }
    private let marker: URL
    /// Everything takes part in what is built ahead of its time.
    private let isAhead: Bool

    init(_ workplace: Workplace, isAhead: Bool = false) {
        marker = workplace.root.appending(path: ".build/all-lessons")
        self.isAhead = isAhead
    }

    /// SwiftPM, told how much there is to build.
    func swift(_ arguments: [String], in root: URL) -> Program {
        let more = isFirstLessonOnly ? Self.withoutIndexOfSystem : []
        return Program(
            "swift", arguments.prefix(1) + more + arguments.dropFirst(),
            environment: [Self.variable: isFirstLessonOnly ? "1" : nil], workingDirectory: root.path)
    }

    var isFirstLessonOnly: Bool { !isAhead && !FileManager.default.fileExists(atPath: marker.path) }

    /// Includes everything if one of these lessons needs it; from then on everything takes part.
    func include(_ lessons: [Lesson]) throws {
        guard isFirstLessonOnly, lessons.contains(where: { $0.number != "1" }) else { return }
        try writeMarker()
    }

    /// Notes that what was built ahead has succeeded. From now on everything takes part: to go back would have SwiftPM
    /// throw away the packages that it has fetched.
    func noteAhead() throws {
        if isAhead, !FileManager.default.fileExists(atPath: marker.path) { try writeMarker() }
    }

    private func writeMarker() throws {
        let folder = marker.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data().write(to: marker)
    }
}
