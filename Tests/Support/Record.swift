import Foundation

/// One line for the companion: which test, which exercise, which subject, and what came of it.
struct Record: Encodable {
    enum Verdict: String, Encodable {
        case right
        case toDo = "to do"
        case wrong
        case didNotStart = "did not start"
    }

    let test: String
    let title: String
    let exercise: String?
    let subject: String
    let verdict: Verdict
    let report: String
    let held: [String]
    let seconds: Double

    /// Appends the line to the file that `WORKBOOK_RECORD` names, whole, whoever else is writing.
    func write() throws {
        guard let path = ProcessInfo.processInfo.environment["WORKBOOK_RECORD"], !path.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let line = try encoder.encode(self) + Data("\n".utf8)
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CannotStart("WORKBOOK_RECORD: \(path) cannot be written.") }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: line)
    }
}
