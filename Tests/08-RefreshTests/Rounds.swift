import Foundation

/// How often a test tries what goes wrong only sometimes.
enum Rounds {
    /// Whether `WORKBOOK_LONG_TESTS` is 1: then a test takes its time.
    static let areLong = ProcessInfo.processInfo.environment["WORKBOOK_LONG_TESTS"] == "1"

    static func count(_ few: Int, long many: Int) -> Int { areLong ? many : few }
}
