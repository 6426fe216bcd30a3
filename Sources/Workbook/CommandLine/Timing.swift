import Foundation

/// How long each phase took, on standard error, when WORKBOOK_TIMING is 1.
enum Timing {
    static func measure<Result>(_ phase: String, _ work: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        let result = try work()
        if ProcessInfo.processInfo.environment["WORKBOOK_TIMING"] == "1" {
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let rounded = (seconds * 100).rounded() / 100
            FileHandle.standardError.write(Data("timing: \(phase): \(rounded) s\n".utf8))
        }
        return result
    }
}
