import TestSupport
import Testing
import Tokens

/// What the lesson gives: a log that tells what happened, and nothing that opens a door.
@Suite struct LogTests {
    @Test("No password, hash, secret or token is logged or answered, at whatever level")
    func keepsSecretsToItself() async throws {
        try await judge(ownServer: product) { start in
            let settings = ["LOG_LEVEL": "trace", "LOGIN_ATTEMPTS": "2"]
            let api = try start(settings)
            let (name, password) = (Account.unique("ana"), "canary of the right password")
            try await api.register(name, password).expect(
                "\(name) is registered", status: 201, because: "What follows needs an account.")
            let entered = try await api.login(name, password)
            let token = try entered.string("access_token")
            let slip = "canary typed into the wrong field"
            var answers = [try await api.login(name, "canary of a wrong password")]
            answers.append(try await api.login(slip, slip))
            answers.append(try await api.login(name, "canary of a second one"))
            answers.append(try await api.login(name, password))
            let broken = Request("POST", "/login").body(
                #"{"username":"ana","password":"canary, broken""#, type: "application/json")
            answers.append(try await api.send(broken))
            answers.append(try await api.send(broken.bearer(token)))
            try answers[3].require(
                answers.map(\.status) == [401, 401, 401, 429, 400, 400], "all that can go wrong has gone wrong",
                expected: "401, 401, 401, 429, 400, 400, not \(answers.map(\.status))",
                because: "What follows is about it.")

            let parts = token.split(separator: ".").map(String.init)
            let canaries = ["canary", "$scrypt$", "ln=4", Secrets.base64, parts[1], parts[2]]
            let told = answers.map(\.text).joined()
            let log = api.banner + api.log
            for (text, place) in [(told, "answer"), (log, "log")] {
                let found = canaries.filter { text.contains($0) }
                let lines = text.split(separator: "\n").filter { line in found.contains { line.contains($0) } }
                try answers[3].require(
                    found.isEmpty, "no \(place) holds a password, a hash, the secret or a token",
                    expected: "none of it, not \(lines.joined(separator: "\n"))",
                    because: "Logs are copied, kept for years and read by many.")
            }
            let events = ["Logged in", "Failed to log in", "Throttled a login"]
            try answers[3].require(
                events.allSatisfy { log.contains($0) },
                "and the log tells of the login, the failure and the throttling",
                expected: "lines with \(events)", because: "Whoever looks into an attack has nothing else.")
        }
    }
}
