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
        try load(target, subject: subject, root: root, environment: environment, in: confinement).run()
    }

    /// Loads the tests that are to judge a learner's version before there is one: while one core compiles, another is
    /// idle. Nil where SwiftPM must run them.
    func load(_ lesson: Lesson) throws -> LoadedTests? {
        #if os(macOS)
            nil
        #else
            try load(lesson.place.testTarget, subject: "yours", environment: Self.ofYours("-"))
        #endif
    }

    /// Judges a learner's version.
    func run(_ lesson: Lesson, builtAs program: URL) throws -> TestRun {
        try run(lesson.place.testTarget, subject: "yours", environment: Self.ofYours(program.path))
    }

    private func load(
        _ target: String, subject: String?, root: URL? = nil, environment: [String: String?],
        in confinement: Confinement? = nil
    ) throws -> LoadedTests {
        let usual = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString).jsonl")
        let record = confinement?.record ?? usual
        var surroundings = environment
        if let confinement { surroundings.merge(confinement.environment) { given, _ in given } }
        surroundings["LESSON_SUBJECT"] = .some(subject)
        surroundings["WORKBOOK_RECORD"] = record.path
        surroundings["NO_COLOR"] = "1"
        // What a learner's program writes without end must not fill the disk: 512 MiB for each file.
        let limited = ["sh", "-c", "ulimit -S -f 1048576; exec \"$@\"", "sh"]
        let tests = command + ["--testing-library", "swift-testing", "--filter", "^\(target)\\."]
        let words = try confinement?.wrap(tests) ?? limited + tests
        let program = Program(
            words[0], Array(words.dropFirst()), environment: surroundings,
            workingDirectory: (root ?? workplace.root).path)
        let isLearners = subject == "yours"
        return LoadedTests(
            name: "test \(target) \(subject ?? "")", running: try RunningProgram(program, hearing: true),
            record: record, isLearners: isLearners,
            longestSilence: isLearners ? Self.longestSilence : Self.longestSilenceOfOurs,
            limit: confinement?.limits.time)
    }

    /// Judges a learner's version that was built in a copy of the course.
    func run(
        _ lesson: Lesson, builtAs program: URL, in copy: Workplace, confinedBy confinement: Confinement? = nil
    ) throws -> TestRun {
        let products = ["WORKBOOK_PRODUCTS": copy.root.appending(path: ".build/debug").path]
        return try run(
            lesson.place.testTarget, subject: "yours", root: copy.root,
            environment: Self.ofYours(program.path).merging(products) { $1 }, in: confinement)
    }

    /// - Parameter program: its path; `-` if that comes over standard input.
    private static func ofYours(_ program: String) -> [String: String?] {
        ["WORKBOOK_PROGRAM": program, "WORKBOOK_PASS_OVER_OPEN": "1"]
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

/// Tests that have been started.
struct LoadedTests {
    fileprivate let name: String
    fileprivate let running: RunningProgram
    fileprivate let record: URL
    fileprivate let isLearners: Bool
    fileprivate let longestSilence: Duration
    fileprivate let limit: Duration?

    /// Waits for what they find out.
    ///
    /// - Parameter program: what is to be judged, if the tests have been waiting for it.
    func run(judging program: URL? = nil) throws -> TestRun {
        defer { try? FileManager.default.removeItem(at: record) }
        running.endInput(with: program?.path ?? "")
        let result = try Timing.measure(name) {
            try running.watch(untilSilentFor: longestSilence, atMost: limit) {
                FileMark(of: record)
            } isHopeless: {
                guard isLearners, let records = try? recorded() else { return false }
                return records.contains(where: \.isForWantOfAnAnswer)
            }
        }
        let records = try recorded()
        let late = result.isStuck ? "\nThe tests were stopped: they waited for answers that did not come." : ""
        return TestRun(
            records: records, isSuccess: result.ending.isSuccess && !result.isStuck, output: result.output + late,
            isStuck: result.isStuck)
    }

    private func recorded() throws -> [Record] {
        let text = (try? String(contentsOf: record, encoding: .utf8)) ?? ""
        let decoder = JSONDecoder()
        return try text.split(separator: "\n").map { line in
            do {
                return try decoder.decode(Record.self, from: Data(line.utf8))
            } catch {
                throw Fault("A test left a record that cannot be read: \(line)")
            }
        }
    }
}
