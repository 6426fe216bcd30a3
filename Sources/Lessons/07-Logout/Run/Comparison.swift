import ArgumentParser
import Foundation

/// What a guarded request costs, piece by piece: with one session in the file and with a great many, and with a random id
/// in the token's place.
struct Comparison {
    /// How many times as long `GET /my-info` may take with the many.
    private static let bound = 1.2
    private static let rounds = 2_000

    /// How many sessions that are over stand in the file beside the one that lives.
    let sessions: Int

    /// - Throws: `ExitCode` 1 if the many make themselves felt.
    func run() async throws {
        let many = sessions.formatted(.number.grouping(.automatic).locale(Locale(identifier: "en_US")))
        let few = try await MeasuredService()
        let full = try await MeasuredService(over: sessions)
        defer {
            few.remove()
            full.remove()
        }

        print("\(Self.build). Medians of \(Self.rounds) rounds; in each round everything takes its turn.")
        let pieces = try await Self.medians([
            few.proveToken, few.loadUser, few.loadUserAndAskForSession, full.loadUserAndAskForSession,
            full.findByRandomID,
        ])
        print("\nWhat a guarded request is made of")
        Self.show("prove the token: its form, signature, times, claims", pieces[0])
        Self.show("load the user", pieces[1])
        Self.show("load the user and ask for the session, 1 in the file", pieces[2])
        Self.show("the same, \(many) more in the file", pieces[3])
        print("\nWith a random id in the token's place")
        Self.show("find the session and its user, in one question", pieces[4])

        let ratio = try await few.serving { [full] few in
            try await full.serving { full in
                let requests = try await Self.medians([few.getMyInfo, full.getMyInfo])
                print("\nGET /my-info, one at a time")
                Self.show("1 session in the file", requests[0])
                Self.show("\(many) more, all of them over", requests[1])
                return requests[1] / requests[0]
            }
        }
        let verdict = ratio <= Self.bound ? "holds" : "does not hold"
        print("  That is \(Self.number(ratio, 2)) times as long; at most \(Self.number(Self.bound, 2)): it \(verdict).")
        if ratio > Self.bound { throw ExitCode(1) }
    }

    private static var build: String {
        #if DEBUG
            "Built for debugging, so that only proportions count"
        #else
            "Built for release"
        #endif
    }

    /// The median of each piece of work in seconds. They take turns, so that all meet the same machine.
    private static func medians(_ works: [() async throws -> Void]) async throws -> [Double] {
        for work in works { for _ in 0..<50 { try await work() } }
        var times = works.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (index, work) in works.enumerated() {
                let start = ContinuousClock.now
                try await work()
                times[index].append((ContinuousClock.now - start) / .seconds(1))
            }
        }
        return times.map { $0.sorted()[$0.count / 2] }
    }

    private static func show(_ what: String, _ seconds: Double) {
        print("  \(what.padding(toLength: 56, withPad: " ", startingAt: 0)) \(number(seconds * 1_000_000, 0)) µs")
    }

    private static func number(_ value: Double, _ digits: Int) -> String {
        value.formatted(.number.grouping(.never).precision(.fractionLength(digits)).locale(Locale(identifier: "en_US")))
    }
}
