import Foundation
import Processes
import TestSupport
import Testing
import Tokens

@Suite struct StopTests {
    @Test("It stops when it is told to, and leaves its accounts in one file", .exercise("containerizing.3"))
    func stopsWhenTold() async throws {
        try await judge(ownServer: product) { start in
            for signal in [SIGTERM, SIGINT] {
                let database = try DatabaseFile()
                let api = try start(database.settings)
                let registered = try await api.register(Account.unique("ana"))
                let status = api.stop(with: signal, within: .seconds(5))
                try registered.require(
                    status == 0, "signal \(signal) ends it in good order",
                    expected: "exit status 0, not \(status.map { "\($0)" } ?? "a service that still runs")",
                    because: "docker stop waits ten seconds, and then kills.")
                let log = database.path + "-wal"
                let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
                try registered.require(
                    size ?? 0 == 0, "and closes its database", expected: "no log with \(size ?? 0) bytes beside it",
                    because: "Then a copy of that one file is a whole backup.")
            }
        }
    }

    @Test("What was begun is answered, and what was answered is there afterwards", .exercise("containerizing.3"))
    func answersWhatWasBegun() async throws {
        try await judge(ownServer: product) { start in
            let database = try DatabaseFile()
            let api = try start(database.settings.merging(["SCRYPT_LOG2_N": "14"]) { $1 })
            let names = (0..<3).map { _ in Account.unique("ana") }
            let alive = try await api.get("/healthz")
            let answers = try await Self.answers(of: api, toRegistering: names)
            let evidence = answers.map { String($0.prefix(15)) }
            let status = api.stop(within: .seconds(10))
            let kept = try database.contents()
            try alive.require(
                answers.allSatisfy(Self.isWhole), "all three requests that had been sent get a whole answer",
                expected: "three whole answers, not \(evidence)",
                because: "Nobody outside knows that a new version is being rolled out.")
            try alive.require(
                answers.contains { $0.hasPrefix("HTTP/1.1 201 ") }, "those that were being worked on a good one",
                expected: "201 among \(evidence)", because: "Work that has begun is brought to its end.")
            try alive.require(
                status == 0, "and then it ends in good order",
                expected: "exit status 0, not \(status.map { "\($0)" } ?? "a service that still runs")",
                because: "docker stop waits ten seconds, and then kills.")
            for (name, answer) in zip(names, answers) where answer.hasPrefix("HTTP/1.1 201 ") {
                try alive.require(
                    kept.contains { $0.range(of: Data(name.utf8)) != nil }, "who was told 201 has an account",
                    expected: "\(name) in the database's file", because: "It is on disk before it is answered.")
            }
        }
    }

    /// Sends three registrations, tells the server to stop while it works on them, and takes what comes back.
    private static func answers(of api: ServerLesson, toRegistering names: [String]) async throws -> [String] {
        let first = try RawConnection(to: api.base)
        let second = try RawConnection(to: api.base)
        let third = try RawConnection(to: api.base)
        first.transmit(rawRequest("/register", credentials(names[0])))
        second.transmit(rawRequest("/register", credentials(names[1])))
        third.transmit(rawRequest("/register", credentials(names[2])))
        // These connections are accepted after the others, whose requests have been read by then.
        for _ in 1...5 {
            let later = try OpenConnection(to: api.base)
            later.send(Request("GET", "/healthz"))
            _ = later.answer(to: Request("GET", "/healthz"))
        }
        api.process?.signal(SIGTERM)
        return [first.exchange([]), second.exchange([]), third.exchange([])].map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether an answer has all the bytes that it announces.
    private static func isWhole(_ answer: String) -> Bool {
        guard let end = answer.firstRange(of: "\r\n\r\n") else { return false }
        let length = answer[..<end.lowerBound].split(separator: "\r\n")
            .first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).drop { $0 == " " }) }
        return length == answer[end.upperBound...].utf8.count
    }

    @Test("Somebody who never ends their request does not keep it from stopping", .exercise("containerizing.3"))
    func stopsThoughSomebodyDawdles() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["SHUTDOWN_TIMEOUT": "0"])
            try await Self.expectEnd(
                of: api, "with a request half sent it still ends, when SHUTDOWN_TIMEOUT is over", within: .seconds(5))
        }
    }

    @Test("Unless told otherwise it ends before an engine loses patience, though somebody dawdles")
    func stopsWithinTenSeconds() async throws {
        try await judge(ownServer: product) { start in
            try await Self.expectEnd(
                of: start(), "with a request half sent it still ends within ten seconds",
                within: .seconds(10))
        }
    }

    /// Tells a server to stop while somebody sends a request that has no end.
    private static func expectEnd(of api: ServerLesson, _ claim: String, within time: Duration) async throws {
        let dawdler = try RawConnection(to: api.base)
        dawdler.transmit(Array(rawRequest("/login", credentials("ana")).dropLast(10)))
        let alive = try await api.get("/healthz")
        let status = api.stop(within: time)
        _ = dawdler.receiveNow()
        try alive.require(
            status == 0, claim, expected: "exit status 0, not \(status.map { "\($0)" } ?? "a service that still runs")",
            because: "Else anybody could keep a version from being replaced.")
    }
}
