import Foundation

/// How many tests of a run held, failed and are to do.
struct Tally {
    var passed = 0
    var failed = 0
    var toDo = 0

    static func += (total: inout Tally, part: Tally) {
        total.passed += part.passed
        total.failed += part.failed
        total.toDo += part.toDo
    }

    init() {}

    /// Counts what the tests of a lesson recorded: each test once for each subject.
    ///
    /// A run that failed although every record is content has failed all the same.
    init(_ run: TestRun) {
        for record in run.records {
            switch record.verdict {
            case .right: passed += 1
            case .toDo: toDo += 1
            case .wrong, .didNotStart, .doesNotBuild: failed += 1
            }
        }
        if failed == 0, !run.isSuccess || run.records.isEmpty { failed = 1 }
    }

    /// Counts the lines by which Swift Testing says how each test ended.
    init(output: TestRun) {
        for line in output.output.split(separator: "\n") {
            let words = line.drop { !$0.isLetter }
            guard words.hasPrefix("Test "), !words.hasPrefix("Test run ") else { continue }
            if words.contains(" passed after ") { passed += 1 }
            if words.contains(" failed after ") { failed += 1 }
        }
        if failed == 0, !output.isSuccess || passed == 0 { failed = 1 }
    }
}
