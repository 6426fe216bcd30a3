import Foundation

/// What is measured, each thing beside the one that it is to be compared with.
struct Scenarios {
    let service: Service
    /// Seconds that each load lasts.
    let seconds: Double

    private var client: Client { Client(port: service.port) }
    private var load: Load { Load(port: service.port) }
    private static let names = (0..<32).map { "bench-\($0)" }
    private let cores = ProcessInfo.processInfo.activeProcessorCount

    func run() throws {
        print("\(cores) cores. Load generator and server share them; passwords are hashed at the usual cost.")
        try client.register(Self.names)
        try reading()
        try passwords()
        try logins()
        if try client.has("/refresh", "POST") { try refreshing() }
        if let memory = service.peakMemory { print("\nThe server's memory at its peak: \(memory) MiB") }
    }

    /// A route without and one with a token, in turns, so that both meet the same machine.
    private func reading() throws {
        Table.heading("Reading, 16 connections")
        let free = try client.has("/healthz") ? "/healthz" : "/"
        let token = try client.tokens(Self.names[0], over: Connection(port: service.port)).text("access_token")
        let plain = client.repeating(Message.get(free))
        guard try client.has("/my-info") else { return Table.row("GET \(free)", try measure(plain)) }
        let guarded = client.repeating(Message.get("/my-info", token: token))
        _ = try load.run(16, seconds: 1) { _ in guarded }
        var (without, with) = (Measurement(times: [], elapsed: 0), Measurement(times: [], elapsed: 0))
        for _ in 0..<5 {
            without = without + (try measure(plain, seconds / 5))
            with = with + (try measure(guarded, seconds / 5))
        }
        Table.row("GET \(free), no token", without)
        Table.row("GET /my-info", with)
        let share = with.rate / without.rate
        Table.ratio("share of the throughput that is left with a token", share, "at least 0.33", holds: share >= 0.33)
    }

    private func measure(_ step: @escaping Load.SameStep, _ time: Double? = nil) throws -> Measurement {
        try load.run(16, seconds: time ?? seconds) { _ in step }
    }

    /// A wrong password and a name that nobody has, in turns: the times must not tell them apart.
    private func passwords() throws {
        Table.heading("Refused logins, one at a time, 100 pairs")
        let connection = try Connection(port: service.port)
        let known = client.loggingIn(Self.names[1], "this is not the password", 401)
        var (wrong, unknown): ([Double], [Double]) = ([], [])
        for round in 0..<100 {
            let stranger = client.loggingIn("stranger-\(round)", "this is not the password", 401)
            wrong.append(try time { try known(connection) })
            unknown.append(try time { try stranger(connection) })
        }
        let results = [wrong, unknown].map { Measurement(times: $0, elapsed: $0.reduce(0, +)) }
        Table.row("wrong password", results[0])
        Table.row("nobody has the name", results[1])
        let ratio = results[1].median / results[0].median
        Table.ratio("ratio of the medians", ratio, "within a tenth of 1", holds: abs(ratio - 1) <= 0.1)
    }

    /// What a storm of logins does, and what it does to others.
    private func logins() throws {
        Table.heading("Logins")
        let connection = try Connection(port: service.port)
        let one = client.loggingIn(Self.names[2])
        let alone = try (0..<10).map { _ in try time { try one(connection) } }
        Table.row("one at a time", Measurement(times: alone, elapsed: alone.reduce(0, +)))

        let many: @Sendable (Connection) throws -> Load.Step = { [client] _ in client.loggingIn(Self.names[3]) }
        let crowd = try load.run(32, seconds: seconds, many)
        Table.row("32 at once", crowd)
        let ideal = Double(cores) / Measurement(times: alone, elapsed: 1).median
        let share = crowd.rate / ideal
        Table.ratio("logins, as a share of cores / time of one", share, "at least 0.80", holds: share >= 0.8)

        let hasMyInfo = try client.has("/my-info")
        let token = try client.tokens(Self.names[0], over: connection).text("access_token")
        let reader = client.repeating(hasMyInfo ? Message.get("/my-info", token: token) : Message.get("/"))
        let reading = hasMyInfo ? "GET /my-info" : "GET /"
        let quiet = try load.run(4, seconds: seconds) { _ in reader }
        let storm = load.start(32, seconds: seconds + 2, many)
        Thread.sleep(forTimeInterval: 1)
        let stormy = try load.run(4, seconds: seconds) { _ in reader }
        Table.row("\(reading), quiet, 4 connections", quiet)
        Table.row("\(reading), during a storm of 32 logins", stormy)
        _ = try storm.result()
        let slower = stormy.p99 / quiet.p99
        Table.ratio("\(reading), p99 during the storm / quiet", slower, "at most 5", holds: slower <= 5)
    }

    private func refreshing() throws {
        Table.heading("Refreshing, 16 connections")
        let alone = try load.run(16, seconds: seconds) { [client] in try client.refreshing(Self.names[4], over: $0) }
        Table.row("POST /refresh", alone)
        Table.heading("All at once: 8 read, 4 refresh, 4 log in")
        let token = try client.tokens(Self.names[0], over: Connection(port: service.port)).text("access_token")
        let reader = client.repeating(Message.get("/my-info", token: token))
        let refreshes = load.start(4, seconds: seconds) { [client] in try client.refreshing(Self.names[5], over: $0) }
        let logins = load.start(4, seconds: seconds) { [client] _ in client.loggingIn(Self.names[6]) }
        let reads = try load.run(8, seconds: seconds) { _ in reader }
        Table.row("GET /my-info", reads)
        Table.row("POST /refresh", try refreshes.result())
        Table.row("POST /login", try logins.result())
    }

    private func time(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
