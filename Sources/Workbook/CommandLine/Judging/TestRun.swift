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
    /// It was stopped, since no test came to its end for too long.
    let isStuck: Bool
}

/// Runs tests from the finished bundle, without SwiftPM.
struct TestBundle {
    let file: URL
    /// Where the tests look for the course, and its state.
    let workplace: Workplace
    /// How long no test of a learner's version may come to its end; WORKBOOK_PATIENCE says otherwise, in seconds. The
    /// tests themselves wait ten seconds for an answer at most.
    private static let longestSilence = Duration.seconds(
        ProcessInfo.processInfo.environment["WORKBOOK_PATIENCE"].flatMap { Double($0) } ?? 13)
    /// The same where our own versions are judged too, with tests that take their time.
    private static let longestSilenceOfOurs = Duration.seconds(900)

    init(_ workplace: Workplace) {
        self.workplace = workplace
        file = Builder(workplace).executable(Builder.testBundle + ".xctest")
    }

    /// Runs one test target.
    /// - Parameters:
    ///   - subject: who is judged: `yours`, `solution`, `flaw:NAME`; nil for solution, then yours.
    ///   - root: the course whose programs are judged, if it is not the one around us.
    ///   - environment: what else the tests and the programs that they start are told.
    ///   - confinement: where programs run that nobody answers for.
    func run(
        _ target: String, subject: String?, root: URL? = nil, environment: [String: String?] = [:],
        in confinement: Confinement? = nil
    ) throws -> TestRun {
        let usual = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString).jsonl")
        let recorded = confinement?.record ?? usual
        defer { try? FileManager.default.removeItem(at: recorded) }
        var surroundings = environment
        if let confinement { surroundings.merge(confinement.environment) { given, _ in given } }
        surroundings["LESSON_SUBJECT"] = .some(subject)
        surroundings["WORKBOOK_RECORD"] = recorded.path
        surroundings["NO_COLOR"] = "1"
        // What a learner's program writes without end must not fill the disk: 512 MiB for each file.
        let limited = ["sh", "-c", "ulimit -S -f 1048576; exec \"$@\"", "sh"]
        let tests = command + ["--testing-library", "swift-testing", "--filter", "^\(target)\\."]
        let words = try confinement?.wrap(tests) ?? limited + tests
        let program = Program(
            words[0], Array(words.dropFirst()), environment: surroundings,
            workingDirectory: (root ?? workplace.root).path)
        let isLearners = subject == "yours"
        let result = try Timing.measure("test \(target) \(subject ?? "")") {
            try program.run(
                untilSilentFor: isLearners ? Self.longestSilence : Self.longestSilenceOfOurs,
                atMost: confinement?.limits.time
            ) {
                FileMark(of: recorded)
            } isHopeless: {
                guard isLearners, let records = try? Self.records(in: recorded) else { return false }
                return records.contains(where: \.isForWantOfAnAnswer)
            }
        }
        let records = try Self.records(in: recorded)
        let late = result.isStuck ? "\nThe tests were stopped: they waited for answers that did not come." : ""
        return TestRun(
            records: records, isSuccess: result.ending.isSuccess && !result.isStuck, output: result.output + late,
            isStuck: result.isStuck)
    }

    /// Judges a learner's version that was built in a copy of the course.
    func run(
        _ lesson: Lesson, builtAs program: URL, in copy: Workplace, confinedBy confinement: Confinement? = nil
    ) throws -> TestRun {
        try run(
            lesson.place.testTarget, subject: "yours", root: copy.root,
            environment: [
                "WORKBOOK_PRODUCTS": copy.root.appending(path: ".build/debug").path,
                "WORKBOOK_PROGRAM": program.path, "WORKBOOK_PASS_OVER_OPEN": "1",
            ], in: confinement)
    }

    private static func records(in file: URL) throws -> [Record] {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let decoder = JSONDecoder()
        return try text.split(separator: "\n").map { line in
            do {
                return try decoder.decode(Record.self, from: Data(line.utf8))
            } catch {
                throw Fault("A test left a record that cannot be read: \(line)")
            }
        }
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
