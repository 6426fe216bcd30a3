import Foundation
import Testing

/// Waits until something holds, and fails if it has not within half a minute.
func eventually(sourceLocation: SourceLocation = #_sourceLocation, _ condition: () throws -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while try !condition() {
        guard ContinuousClock.now < deadline else {
            Issue.record("This has not come to hold.", sourceLocation: sourceLocation)
            return
        }
        usleep(2_000)
    }
}

/// Whether a process that is not our own child still runs. Where nobody collects it, it stays listed as a zombie.
func isRunning(_ process: Int32) -> Bool {
    #if os(Linux)
        let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return status.contains(")") && !status.contains(") Z")
    #else
        return kill(process, 0) == 0
    #endif
}
