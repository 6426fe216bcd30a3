import Foundation
import TestSupport
import Testing
import Tokens

/// What the lesson gives: a server that is set up wrongly does not start, and says why.
@Suite struct ConfigurationTests {
    @Test("A value that is wrong keeps the server from starting")
    func refusesMalformedValues() async throws {
        try await judge(refusedStart: product) { start in
            let rows = [
                ("ACCESS_TOKEN_LIFETIME", "15m"), ("ACCESS_TOKEN_LIFETIME", "-1"), ("ACCESS_TOKEN_LIFETIME", "0"),
                ("ACCESS_TOKEN_LIFETIME", "9223372036854775808"), ("REFRESH_TOKEN_LIFETIME", "a month"),
                ("SCRYPT_LOG2_N", "seventeen"), ("SCRYPT_LOG2_N", "99"), ("LOGIN_ATTEMPTS", "1.5"),
                ("LOGIN_ATTEMPTS", "0"), ("LOGIN_WINDOW", "-900"), ("PORT", "99999"), ("LOG_LEVEL", "loud"),
                ("JWT_ISSUER", ""), ("DATABASE", "/no/such/folder/accounts.sqlite"),
            ]
            for (variable, value) in rows {
                let ended = try start([variable: value])
                try ended.require(
                    ended.status == 78 && ended.complaint.contains(variable), "\(variable)=\(value) is refused by name",
                    expected: "exit status 78 and a sentence that names \(variable)",
                    because: "A default in place of what was meant is a setting that nobody chose.")
            }
        }
    }

    @Test("The secret can stand in a file, and in one place only")
    func readsTheSecretFromAFile() async throws {
        try await judge(refusedStart: product) { start in
            let folder = try TemporaryFolder()
            let file = folder.path + "/secret"
            try Data((Secrets.base64 + "\n").utf8).write(to: URL(filePath: file))
            let rows = [
                (["JWT_SECRET_FILE": file], "both a secret and a file"),
                (["ADMIN_USERNAME": "root"], "an admin without a password"),
                (["ADMIN_PASSWORD": Account.passphrase], "a password without an admin"),
                (
                    ["ADMIN_USERNAME": "root", "ADMIN_PASSWORD_FILE": folder.path + "/absent"],
                    "a file that is not there"
                ),
                (["ADMIN_USERNAME": "root", "ADMIN_PASSWORD": "short"], "an admin with a weak password"),
                (
                    ["ADMIN_USERNAME": "not a name!", "ADMIN_PASSWORD": Account.passphrase],
                    "an admin without a good name"
                ),
            ]
            for (environment, name) in rows {
                let ended = try start(environment)
                try ended.require(
                    ended.status == 78 && environment.keys.contains { ended.complaint.contains($0) },
                    "\(name) is refused by name", expected: "exit status 78 and a sentence that names the variable",
                    because: "Two values for one thing are a mistake that somebody will hunt for.")
                try ended.require(
                    !ended.complaint.contains(Secrets.base64) && !ended.complaint.contains(Account.passphrase),
                    "without repeating what is secret", expected: "a sentence without the value",
                    because: "Errors are logged, and logs are read by many.")
            }
        }
    }

    @Test("The configured admin has an account and logs in like anybody")
    func makesTheAdmin() async throws {
        try await judge(ownServer: product) { start in
            let folder = try TemporaryFolder()
            let file = folder.path + "/password"
            try Data((Account.passphrase + "\n").utf8).write(to: URL(filePath: file))
            let api = try start(["ADMIN_USERNAME": "Root", "ADMIN_PASSWORD_FILE": file])
            try await api.login("root").expect(
                "the admin of the configuration logs in", status: 200,
                because: "A service needs a first admin, and a name alone must not make one.")
            try await api.register("root").expect(
                "and nobody else gets the name", status: 409, error: "username_taken", because: "It is an account.")
        }
    }

    @Test("Servers that start at the same moment on one file agree on the admin")
    func agreesOnTheAdmin() async throws {
        try await judge(ownServer: product) { start in
            for round in 1...Rounds.count(2, long: 20) {
                let file = try DatabaseFile()
                let settings = file.settings.merging(Account.rootSettings) { $1 }
                for api in try await onThreads(4, { _ in try start(settings) }) {
                    try await api.login(Account.root.username, Account.root.password).expect(
                        "round \(round): each of four has started, and knows the admin", status: 200,
                        because: "To look first and insert then is a race, here as anywhere: the second one fails.")
                }
            }
        }
    }

    @Test("It stops within a second when it is told to")
    func stopsWhenTold() async throws {
        try await judge(ownServer: product) { start in
            for signal in [SIGTERM, SIGINT] {
                let api = try start()
                let page = try await api.get("/")
                let status = api.stop(with: signal, within: .seconds(3))
                try page.require(
                    status == 0, "signal \(signal) ends it in good order",
                    expected:
                        "exit status 0 within a second, not \(status.map { "exit status \($0)" } ?? "a server that still runs")",
                    because: "Whoever stops a service waits for it, and then kills it.")
            }
        }
    }
}
