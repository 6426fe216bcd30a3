import Foundation
import Processes
import Synchronization
import TestSupport
import Testing

@Suite struct CrashTests {
    @Test("What was answered survives kill -9 at any moment", .exercise("refresh.3"))
    func keepsItsPromises() async throws {
        try await judge(ownServer: product) { start in
            let file = try start.disk()
            var random = SeededGenerator()
            let settings = file.settings.merging(telling) { $1 }
            var api = try start(settings)
            try await api.replay("before the crash")
            var ended: [Journal.Session] = []
            for _ in 1...Rounds.count(1, long: 100) {
                let journals = try await Self.work(with: api, killedAfter: .random(in: 1...12, using: &random), &random)
                // A server that is started anew costs what the rest of the test does: only the long run has one.
                api = try Rounds.areLong ? start(settings) : start.sharedOnDisk(telling)
                let base = api.base
                _ = try await onThreads(journals.count) { try JournalCheck(at: base).check(journals[$0]) }
                _ = try await onThreads(1) { [ended] _ in
                    let check = try JournalCheck(at: base)
                    for session in ended { try check.checkEnded(session) }
                }
                ended = (ended + journals.flatMap(\.sessions).filter(\.isLoggedOut)).suffix(20)
                if Rounds.areLong { try Self.checkIntegrity(of: file.path) }
            }
        }
    }

    /// Lets a few clients work, and kills their server a moment after so many answers.
    private static func work(
        with api: ServerLesson, killedAfter answers: Int, _ random: inout SeededGenerator
    ) async throws -> [Journal] {
        let count = AnswerCount()
        let seed = random.next()
        async let journals = onThreads(Rounds.count(2, long: 3)) { [base = api.base] number in
            var client = try RestlessClient(at: base, seed: seed &+ UInt64(number), answered: count.add)
            return try client.work()
        }
        let deadline = ContinuousClock.now + .seconds(10)
        while count.answers < answers, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(1)) }
        try await Task.sleep(for: .microseconds(.random(in: 0...10_000, using: &random)))
        api.kill()
        return try await journals
    }

    /// Asks SQLite itself whether the file is whole. It needs the program `sqlite3`.
    private static func checkIntegrity(of file: String) throws {
        let result = try Program("sqlite3", [file, "PRAGMA integrity_check; PRAGMA foreign_key_check;"])
            .capture(timeout: .seconds(30))
        guard result.output == "ok\n" else {
            throw ClaimFailure(
                "the file is whole", transcript: "sqlite3 \(file) 'PRAGMA integrity_check'", expected: "ok",
                got: result.output + result.errors, because: "A crash must not cost more than what was under way.")
        }
    }
}

/// How many answers have come, over all connections.
private final class AnswerCount: Sendable {
    private let count = Atomic(0)

    @Sendable func add() { count.add(1, ordering: .relaxed) }
    var answers: Int { count.load(ordering: .relaxed) }
}
