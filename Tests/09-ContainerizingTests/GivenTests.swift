import Foundation
import Processes
import TestSupport
import Testing
import Tokens

/// What the lesson gives: the whole service, and nothing of the lessons.
@Suite struct GivenTests {
    @Test("It says whose pieces it is made of")
    func saysWhosePiecesItRuns() async throws {
        try await judge(ownServer: product) { start in
            let api = try start([:])
            let alive = try await api.get("/healthz")
            let pieces = courseExercises().filter {
                !["jwt-anatomy.", "containerizing.4"].contains(where: $0.hasPrefix)
            }
            let lessons = Set(pieces.map { $0.prefix { $0 != "." } })
            try alive.require(
                api.banner == "all \(pieces.count) pieces are ours\nlistening on \(api.base)\n",
                "the solution is ours, all \(pieces.count) pieces of \(lessons.count) lessons",
                expected: "all \(pieces.count) pieces are ours, not \(api.banner)",
                because: "At the end of the course you want to know what you hold in your hands.")
        }
    }

    @Test("It has no page for learners, and tells each answer's id to client and log")
    func namesEachRequest() async throws {
        try await judge(ownServer: product) { start in
            let api = try start([:])
            try await api.get("/").expect(
                "there is no page", status: 404, error: "not_found", because: "What need not be there is not there.")
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            let other = try await api.get("/my-info?token=canary-in-a-url")
            let ids = [answer, other].map { $0.header("X-Request-Id") ?? "" }
            try other.require(
                ids.allSatisfy { $0.count >= 16 } && ids[0] != ids[1], "each answer has an id of its own",
                expected: "X-Request-Id with another value each time", because: "A user can read it out to support.")
            let lines = api.log.split(separator: "\n").filter { $0.contains(ids[0]) }
            try other.require(
                lines.count >= 2, "under which the log has all about it", expected: "that it was answered, and why so",
                because: "One request among a million is found by nothing else.")
            try other.require(
                api.log.contains("SCRYPT_LOG2_N is below 14"), "where it says that these hashes are cheap",
                expected: "a warning that names SCRYPT_LOG2_N", because: "Tests want them so. Nobody else should.")
            try other.require(
                !api.log.contains("canary"), "and nothing of the query", expected: "the path alone",
                because: "People paste tokens into URLs. A log that repeats them is a list of tokens.")
        }
    }

    @Test("Asked for its health, the program answers for the one that runs")
    func checksItsOwnHealth() async throws {
        try await judge(ownServer: product) { start in
            let api = try start([:])
            let alive = try await api.get("/healthz")
            let port = String(api.base.split(separator: ":").last ?? "")
            let wellStatus = try run(product, ["--healthcheck"], environment: ["HOST": "127.0.0.1", "PORT": port])
            _ = api.stop()
            let gone = try run(product, ["--healthcheck"], environment: ["HOST": "127.0.0.1", "PORT": port])
            try alive.require(
                wellStatus == 0 && gone == 1, "--healthcheck ends with 0 while it lives and with 1 afterwards",
                expected: "0 and 1, not \(wellStatus) and \(gone)",
                because: "An image without a shell has nothing else to ask with.")
        }
    }

    @Test("Every setting that is wrong is named, and every line of a file of secrets")
    func namesWhatIsWrong() async throws {
        try await judge(refusedStart: product) { start in
            let folder = try TemporaryFolder()
            let files = [
                "good": "2026-07:\(Secrets.base64)\n", "empty": "# nothing yet\n", "short": "a:\(shortSecret)\n",
                "gaps": "\n\na:\(Secrets.base64)\nb\n", "unnamed": "\(Secrets.base64)\n",
                "twice": "a:\(Secrets.base64)\na:\(Secrets.base64)\n",
            ]
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder.path + "/" + name)) }
            let rows: [(variable: String, value: String)] = [
                ("LOG_LEVEL", "loud"), ("ACCESS_TOKEN_LIFETIME", "15m"), ("SHUTDOWN_TIMEOUT", "-1"),
                ("TRUSTED_PROXIES", "everybody"), ("TRUSTED_PROXIES", "10.0.0.0/33"),
            ]
            for (variable, value) in rows {
                try start([variable: value]).expectRefusal(of: variable, "\(variable)=\(value) is refused by name")
            }
            for name in ["absent", "empty", "short", "unnamed", "twice"] {
                try start(["JWT_SECRET": nil, "JWT_SECRETS_FILE": folder.path + "/" + name])
                    .expectRefusal(of: "JWT_SECRETS_FILE", "a file of secrets that is \(name) is refused by name")
            }
            try start(["JWT_SECRETS_FILE": folder.path + "/good"])
                .expectRefusal(of: "JWT_SECRETS_FILE", "a file of secrets beside another secret is refused by name")
            let counted = try start(["JWT_SECRET": nil, "JWT_SECRETS_FILE": folder.path + "/gaps"])
            try counted.expectRefusal(of: "JWT_SECRETS_FILE")
            try counted.require(
                counted.complaint.contains("line 4"), "the line that is wrong is named as an editor counts",
                expected: "line 4, not \(counted.complaint)", because: "Empty lines are lines.")
        }
    }

    @Test("No secret that it was started with is logged, answered or in the list of processes")
    func keepsItsSecrets() async throws {
        try await judge(ownServer: product) { start in
            let folder = try TemporaryFolder()
            let password = "canary of the admin's password"
            let secret = Data("canary of the secret, 32 bytes long".utf8).base64EncodedString()
            try Data((password + "\n").utf8).write(to: URL(filePath: folder.path + "/password"))
            try Data((secret + "\n").utf8).write(to: URL(filePath: folder.path + "/secret"))
            let api = try start([
                "JWT_SECRET": nil, "JWT_SECRET_FILE": folder.path + "/secret", "ADMIN_USERNAME": "root",
                "ADMIN_PASSWORD_FILE": folder.path + "/password", "LOG_LEVEL": "trace",
            ])
            let entered = try await api.login("root", password)
            try entered.expect("the configured admin logs in", status: 200, because: "Both files were read.")
            let answers = [try await api.get("/healthz"), try await api.get("/readyz"), try await api.get("/my-info")]
            let arguments = api.process.map {
                try? Data(contentsOf: URL(filePath: "/proc/\($0.processIdentifier)/cmdline"))
            }
            let told =
                api.log + api.banner + answers.map(\.text).joined()
                + String(decoding: (arguments ?? nil) ?? Data(), as: UTF8.self)
            try entered.require(
                !told.contains("canary") && !told.contains(secret), "and neither secret is told anywhere",
                expected: "no word of them",
                because: "Every user of a machine can list its processes, and logs are read by many.")
        }
    }

    @Test("A body that never ends costs no more than ten seconds")
    func closesSlowBodies() async throws {
        try await judge(server: product) { api in
            let slow = try RawConnection(to: api.base)
            let head =
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
            slow.transmit(Array(head.utf8))
            let unread = try RawConnection(to: api.base)
            unread.transmit(Array("GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n".utf8))
            let start = ContinuousClock.now
            let deadline = start + .seconds(30)
            while ContinuousClock.now < deadline, !(slow.isClosed && unread.isClosed) {
                slow.transmit([32])
                unread.transmit([32])
                _ = (slow.receiveNow(), unread.receiveNow())
                try await Task.sleep(for: .milliseconds(200))
            }
            let seconds = Int((ContinuousClock.now - start) / .seconds(1))
            try await api.get("/healthz").require(
                slow.isClosed && unread.isClosed, "both connections are closed, though something arrived all the time",
                expected: "closed within half a minute, not still open after \(seconds)",
                because: "With a thousand such connections one telephone could occupy the service.")
        }
    }
}
