import Foundation
import TestSupport
import Testing
import Tokens

/// What the lesson gives: behind a proxy it is the client who is throttled, not the proxy.
@Suite struct ProxyTests {
    private static let settings = ["LOGIN_ATTEMPTS": "2"]

    @Test("What a trusted proxy says of a client's address is believed, and nothing before it")
    func believesATrustedProxy() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings.merging(["TRUSTED_PROXIES": "10.0.0.0/8, 127.0.0.1"]) { $1 })
            let account = try await api.newAccount()
            let statuses = try await Self.attempts(
                at: api, account.username,
                from: [
                    "203.0.113.1", "198.51.100.7, 203.0.113.1", "203.0.113.1, 10.1.2.3", "203.0.113.2", "2001:db8::1",
                ])
            let alive = try await api.get("/healthz")
            try alive.require(
                statuses == [401, 401, 429, 401, 401],
                "two wrong passwords from one client are looked at, whatever it claims and over whichever proxies",
                expected: "401, 401, 429 from 203.0.113.1, then 401 from two others, not \(statuses)",
                because: "The last address that a trusted proxy wrote is the first one that nobody can invent.")
        }
    }

    @Test("An IPv6 network of sixty-four bits is one source")
    func countsANetworkAsOne() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings.merging(["TRUSTED_PROXIES": "127.0.0.1"]) { $1 })
            let account = try await api.newAccount()
            let statuses = try await Self.attempts(
                at: api, account.username,
                from: [
                    "2001:db8::1", "2001:db8:0:0:ffff::2", "2001:DB8::3", "2001:db8:0:1::1", "192.0.2.1",
                    "::ffff:192.0.2.1", "192.0.2.1",
                ])
            let alive = try await api.get("/healthz")
            try alive.require(
                statuses == [401, 401, 429, 401, 401, 401, 429],
                "three addresses of one network share two attempts, and so do two spellings of an IPv4 address",
                expected: "401, 401, 429, 401 from the next network, 401, 401, 429, not \(statuses)",
                because:
                    "Whoever has an IPv6 address has 2^64 of them: they could guess from each, and lock the owner out.")
        }
    }

    @Test("Without a trusted proxy the header changes nothing")
    func believesNobodyElse() async throws {
        try await judge(ownServer: product) { start in
            for trusted in [nil, "192.0.2.0/24"] as [String?] {
                let settings: [String: String?] = Self.settings
                let api = try start(settings.merging(["TRUSTED_PROXIES": trusted]) { $1 })
                let account = try await api.newAccount()
                let statuses = try await Self.attempts(
                    at: api, account.username, from: ["203.0.113.1", "203.0.113.2", "203.0.113.3"])
                let alive = try await api.get("/healthz")
                try alive.require(
                    statuses == [401, 401, 429], "three wrong passwords come from one address, whatever they claim",
                    expected: "401, 401, 429, not \(statuses)",
                    because: "Anybody can write that header: a guesser would be somebody else at every attempt.")
            }
        }
    }

    private static func attempts(
        at api: ServerLesson, _ name: String, from addresses: [String]
    ) async throws -> [Int] {
        var statuses: [Int] = []
        for address in addresses {
            let request = Request.login(name, "this is not the password")
            statuses.append(try await api.send(request.header("X-Forwarded-For", address)).status)
        }
        return statuses
    }
}
