import Foundation

/// How often a test tries what goes wrong only sometimes.
package enum Rounds {
    /// Whether `WORKBOOK_LONG_TESTS` is 1: then a test takes its time.
    package static let areLong = ProcessInfo.processInfo.environment["WORKBOOK_LONG_TESTS"] == "1"

    package static func count(_ few: Int, long many: Int) -> Int { areLong ? many : few }
}
