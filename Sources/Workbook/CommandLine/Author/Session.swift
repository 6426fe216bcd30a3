import Curriculum
import Foundation
import Processes

/// One shell for all commands of a chapter: what an earlier one has set, a later one finds.
struct Session {
    struct Result {
        let output: [String]
        let status: Int32
    }

    private static let longest = Duration.seconds(600)
    let steps: [Step]
    let workplace: Workplace

    /// What each step printed and how it ended; nil for one that was not reached.
    ///
    /// The steps run at the course's root with a state folder of their own. Port 5005 becomes a free one. What a step
    /// leaves running is ended with the shell.
    func run() throws -> [Result?] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let port = try FreePort.find()
        let mark = "end-of-step-\(UUID().uuidString)"
        var script = "exec 2>&1 </dev/null\n"
        for (index, step) in steps.enumerated() {
            let commands = step.commands.map { $0.replacing("5005", with: "\(port)") }.joined(separator: "\n") + "\n"
            let file = folder.appending(path: "\(index).sh")
            try commands.write(to: file, atomically: true, encoding: .utf8)
            script += "source '\(file.path)'\nprintf '\\n\(mark) %s\\n' $?\n"
        }
        let shell = Program(
            "bash", ["-c", script],
            environment: [
                "WORKBOOK_STATE": folder.appending(path: "state").path, "NO_COLOR": "1", "TERM": "dumb",
                "COLUMNS": nil, "WORKBOOK_TIMING": nil,
            ], workingDirectory: workplace.root.path)
        let captured = try shell.capture(timeout: Self.longest)
        return results(in: captured.output.replacing("\(port)", with: "5005"), mark: mark)
    }

    private func results(in output: String, mark: String) -> [Result?] {
        var results: [Result?] = []
        var lines: [String] = []
        for line in output.lines {
            if line.hasPrefix(mark + " ") {
                // The mark begins with a line end of its own, lest it hang on to a last line without one.
                if lines.last?.isEmpty == true { lines.removeLast() }
                results.append(Result(output: lines, status: Int32(line.dropFirst(mark.count + 1)) ?? 70))
                lines = []
            } else {
                lines.append(line)
            }
        }
        return results + Array(repeating: nil, count: max(0, steps.count - results.count))
    }
}
