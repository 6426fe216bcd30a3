import Curriculum
import Foundation

/// A table for spreadsheets and programs: CSV as RFC 4180 has it.
struct GradeSheet {
    private let file: FileHandle

    /// Begins the file anew.
    /// - Throws: ``Fault`` if it cannot be written.
    init(_ url: URL) throws {
        let files = FileManager.default
        try? files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard files.createFile(atPath: url.path, contents: nil), let file = try? FileHandle(forWritingTo: url) else {
            throw Fault("\(url.path) cannot be written. Name another file: --csv FILE.")
        }
        self.file = file
        try write(["learner", "lesson", "exercise", "verdict", "tests right", "tests", "message"])
    }

    func write(_ grade: ExerciseGrade, of learner: String, in lesson: String) throws {
        try write([
            learner.onOneLine, lesson, grade.exercise.id, grade.verdict.rawValue, "\(grade.right)", "\(grade.tests)",
            grade.message,
        ])
    }

    /// A row at a time goes out whole: whoever interrupts us finds no half of one.
    private func write(_ cells: [String]) throws {
        try file.write(contentsOf: Data((cells.map(Self.cell).joined(separator: ",") + "\r\n").utf8))
    }

    /// What a spreadsheet would take for a formula is kept from it by an apostrophe.
    private static func cell(_ text: String) -> String {
        let plain = "=+-@".contains(text.first ?? " ") ? "'\(text)" : text
        let needsQuotes = plain.contains { ",\"\r\n".contains($0) }
        return needsQuotes ? "\"\(plain.replacing("\"", with: "\"\""))\"" : plain
    }
}
