import Curriculum
import Foundation
import Processes

/// One run of a lesson's tests, and what they recorded.
struct TestRun {
    let records: [Record]
    /// Whether every test of the run, recorded or not, was content.
    let isSuccess: Bool
    /// What Swift Testing printed, for when there is nothing else to show.
    let output: String
}

/// Runs tests from the finished bundle, without SwiftPM.
struct TestBundle {
    let file: URL
    /// Where the tests look for the course, and its state.
    let workplace: Workplace
    private static let longest = Duration.seconds(600)

    init(_ workplace: Workplace) {
        self.workplace = workplace
        file = Builder(workplace).executable(Builder.testBundle + ".xctest")
    }

    /// Runs one test target.
    /// - Parameters:
    ///   - subject: who is judged: `yours`, `solution`, `flaw:NAME`; nil for solution, then yours.
    ///   - root: the course whose programs are judged, if it is not the one around us.
    ///   - environment: what else the tests and the programs that they start are told.
    func run(
        _ target: String, subject: String?, root: URL? = nil, environment: [String: String?] = [:]
    ) throws -> TestRun {
        let recorded = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: recorded) }
        var surroundings = environment
        surroundings["LESSON_SUBJECT"] = .some(subject)
        surroundings["WORKBOOK_RECORD"] = recorded.path
        surroundings["NO_COLOR"] = "1"
        let program = Program(
            command.first ?? "",
            Array(command.dropFirst()) + ["--testing-library", "swift-testing", "--filter", "^\(target)\\."],
            environment: surroundings, workingDirectory: (root ?? workplace.root).path)
        let result = try Timing.measure("test \(target) \(subject ?? "")") {
            try program.capture(timeout: Self.longest)
        }
        let text = (try? String(contentsOf: recorded, encoding: .utf8)) ?? ""
        let decoder = JSONDecoder()
        let records = try text.split(separator: "\n").map { line in
            do {
                return try decoder.decode(Record.self, from: Data(line.utf8))
            } catch {
                throw Fault("A test left a record that cannot be read: \(line)")
            }
        }
        let late = result.timedOut ? "\nThe tests were stopped after \(Self.longest)." : ""
        return TestRun(records: records, isSuccess: result.isSuccess, output: result.output + result.errors + late)
    }

    /// On macOS a bundle is a folder and needs SwiftPM to be run.
    private var command: [String] {
        #if os(macOS)
            ["swift", "test", "--skip-build"]
        #else
            [file.path]
        #endif
    }
}
