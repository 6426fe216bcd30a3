import TestSupport
import Testing
import Tokens

/// What the lesson gives: a new password for whoever knows the old one.
@Suite struct PasswordTests {
    private static let new = "a lantern in the snow at night"

    @Test("The new password is good, and the old one is not")
    func changesThePassword() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let pair = try await api.enter(account)
            let answer = try await api.changePassword(pair.access, from: account.password, to: Self.new)
            try answer.require(
                answer.status == 204 && answer.body.isEmpty, "ana sets a new password", expected: "204 and no body",
                because: "There is nothing to say.")
            try await api.login(account.username).expect(
                "the old one is refused", status: 401, error: "invalid_credentials", because: "It is the old one.")
            _ = try await api.enter(account.with(password: Self.new))
        }
    }

    @Test("Without the old password, or with a bad new one, nothing changes")
    func refusesOthers() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let pair = try await api.enter(account)
            let rows = [
                ("somebody else's password", Self.new, 401, "invalid_credentials"),
                (account.password, "too short", 422, "weak_password"),
                (account.password, "passwordpassword", 422, "weak_password"),
                ("somebody else's password", "too short", 422, "weak_password"),
            ]
            for (current, new, status, code) in rows {
                try await api.changePassword(pair.access, from: current, to: new).expect(
                    "from \(current) to \(new) is \(status)", status: status, error: code,
                    because:
                        "A token alone must not be enough to lock its owner out, and the rules hold for each password.")
            }
            let bodies = [
                ("{", 400, "invalid_request"), ("{}", 400, "invalid_request"),
                (#"{"current_password":"\#(account.password)"}"#, 400, "invalid_request"),
                (#"{"current_password":"\#(account.password)","new_password":7}"#, 400, "invalid_request"),
                (String(repeating: " ", count: 20_000), 413, "content_too_large"),
            ]
            for (body, status, code) in bodies {
                let request = Request("PUT", "/my-info/password").bearer(pair.access)
                try await api.send(request.body(body, type: "application/json")).expect(
                    "\(body.prefix(60)) is \(status)", status: status, error: code, because: "It cannot be read.")
            }
            try await api.send(Request("PUT", "/my-info/password").bearer(pair.access).body("{}", type: "text/plain"))
                .expect("text is 415", status: 415, error: "unsupported_media_type", because: "As everywhere.")
            try await api.expectLiving(pair, "the session goes on", because: "Nothing has happened.")
            _ = try await api.enter(account)
        }
    }

    @Test("Wrong passwords count here as they do at a login")
    func countsWrongPasswords() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["LOGIN_ATTEMPTS": "3"])
            let account = try await api.newAccount()
            let pair = try await api.enter(account)
            for wrong in ["not this password", "nor this password"] {
                try await api.changePassword(pair.access, from: wrong, to: Self.new).expect(
                    "\(wrong) is refused", status: 401, error: "invalid_credentials", because: "It is wrong.")
            }
            try await api.login(account.username, "and not this one").expect(
                "the third wrong one comes by a login", status: 401, error: "invalid_credentials",
                because: "It is wrong.")
            for answer in [
                try await api.changePassword(pair.access, from: account.password, to: Self.new),
                try await api.login(account.username),
            ] {
                try answer.expect(
                    "then neither door looks at a password", status: 429, error: "too_many_attempts",
                    because: "A stolen token must not be a way to guess the password beside the count.")
                try answer.require(
                    answer.header("Retry-After").flatMap { Int($0) } ?? 0 > 0, "and each says how long to wait",
                    expected: "Retry-After", because: "A client that is not told asks again at once.")
            }
            try await api.expectLiving(pair, "the session itself goes on", because: "Its token is as good as before.")
        }
    }

    @Test("Of two new passwords at once one is kept, and who set it is told the truth")
    func keepsOneOfTwo() async throws {
        try await judge(server: product, onDisk: telling) { api in
            let account = try await api.newAccount()
            let pairs = [try await api.enter(account), try await api.enter(account)]
            let words = ["the first of two new passwords", "the second of two new passwords"]
            async let first = api.changePassword(pairs[0].access, from: account.password, to: words[0])
            async let second = api.changePassword(pairs[1].access, from: account.password, to: words[1])
            let answers = [try await first, try await second]
            let winner = answers[0].status == 204 ? 0 : 1
            try answers[0].require(
                answers.count { $0.status == 204 } == 1 && answers.count { $0.status == 401 } == 1,
                "one of two succeeds", expected: "204 and 401, not \(answers.map(\.status))",
                because: "The second no longer knows the password, or its session has been ended by the first.")
            _ = try await api.enter(account.with(password: words[winner]))
            try await api.expectLiving(pairs[winner], "the winner's session lives", because: "It set the password.")
            try await api.expectEnded(pairs[1 - winner], "the other's does not", because: "It is another session.")
        }
    }

    @Test("A new password is in the log, and no password is")
    func logsTheChange() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(["LOG_LEVEL": "trace"])
            let account = try await api.newAccount()
            let pair = try await api.enter(account)
            for (current, new) in [("a wrong password", Self.new), (account.password, Self.new)] {
                _ = try await api.changePassword(pair.access, from: current, to: new)
            }
            let answer = try await api.logOutEverywhere(pair.access)
            let user = "user=\(try subject(of: pair.access))"
            for event in ["Gave a wrong current password", "Changed the password", "Logged out everywhere"] {
                try answer.require(
                    api.log.split(separator: "\n").contains { $0.contains(event) && $0.contains(user) },
                    "\"\(event)\" is logged with the user", expected: "a line with \(user)",
                    because: "Whoever lost an account asks when it was and how.")
            }
            for secret in [account.password, Self.new, "a wrong password", "$scrypt"] {
                try answer.require(
                    !api.log.contains(secret), "but neither a password nor a hash is", expected: "no \(secret)",
                    because: "Logs are read by many.")
            }
        }
    }
}
