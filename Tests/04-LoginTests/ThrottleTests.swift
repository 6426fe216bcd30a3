import TestSupport
import Testing
import Tokens

/// What the lesson gives: guessing comes to an end.
@Suite struct ThrottleTests {
    private static let window = 600

    private static func settings(attempts: Int) -> [String: String] {
        ["LOGIN_ATTEMPTS": "\(attempts)", "LOGIN_WINDOW": "\(window)"]
    }

    @Test("After the last attempt nobody is let in, not even with the right password")
    func refusesBeyondTheLimit() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 3))
            let account = try await api.newAccount()
            for number in 1...3 {
                try await api.login(account.username, wrongPassphrase).expectNoEntry(
                    "wrong password number \(number) is refused", because: "It is wrong.")
            }
            try await api.login(account.username, wrongPassphrase).expectThrottled(
                "the fourth is not even looked at", window: Self.window,
                because: "Whoever may guess for ever guesses right in the end.")
            try await api.login(account.username).expectThrottled(
                "and neither is the right one", window: Self.window,
                because: "If the right password were let through, a guesser would go on guessing.")
            try await api.login(account.username.uppercased()).expectThrottled(
                "nor the name in capitals", window: Self.window,
                because: "Names are counted in their normal form, or every spelling had ten attempts of its own.")
            let other = try await api.newAccount("bob")
            try await api.login(other.username).expect(
                "another account is none the worse", status: 200, because: "The count belongs to a name.")
        }
    }

    @Test("No spelling of a name lets in, and has a count of its own")
    func countsEverySpelling() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 2))
            let account = try await api.newAccount()
            for _ in 1...2 { _ = try await api.login(account.username, wrongPassphrase) }
            try await api.login(account.username).expectThrottled(
                "after two wrong passwords the right one is not let in", window: Self.window,
                because: "Two are allowed.")
            for ending in ["\u{0}", "\u{0}junk", " ", "\n", "\u{200B}", "\u{301}", "\u{FEFF}"] {
                let answer = try await api.login(account.username + ending)
                try answer.expectNoEntry(
                    "nor with \(ending.unicodeScalars.map { "U+" + String($0.value, radix: 16) }) behind the name",
                    because: "Such a name is nobody's. To C, and so to SQLite, a text ends at its first NUL: if what "
                        + "stands before it were looked up, a guesser would have a new count for every guess.")
            }
        }
    }

    @Test("Names are counted alike whether somebody has them or not")
    func countsStrangersAlike() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 2))
            let account = try await api.newAccount()
            var answers: [[Response]] = []
            for name in [account.username, Account.unique("zoe"), "not a name!"] {
                var row: [Response] = []
                for _ in 1...3 { row.append(try await api.login(name, wrongPassphrase)) }
                answers.append(row)
            }
            for row in answers {
                try row[2].expectThrottled(
                    "the third attempt is refused", window: Self.window, because: "Two were allowed.")
                try row[2].require(
                    row.map(\.status) == answers[0].map(\.status) && row[2].body == answers[0][2].body,
                    "in the same words for a stranger", expected: answers[0][2].text,
                    because: "If only accounts were throttled, ten attempts would tell whether there is one.")
            }
        }
    }

    @Test("Beyond the limit nothing is hashed")
    func refusesWithoutHashing() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 1).merging(["SCRYPT_LOG2_N": "16"]) { $1 })
            let clock = ContinuousClock()
            let name = Account.unique("zoe")
            var answer = try await api.get("/")
            let hashed = try await clock.measure { answer = try await api.login(name, wrongPassphrase) }
            try answer.expectNoEntry("the first attempt is looked at", because: "One is allowed.")
            var refused: [Duration] = []
            for _ in 1...3 {
                refused.append(try await clock.measure { answer = try await api.login(name, wrongPassphrase) })
            }
            try answer.expectThrottled("the next ones are not", window: Self.window, because: "One was allowed.")
            try answer.require(
                (refused.min() ?? hashed) * 4 < hashed, "and cost the server next to nothing",
                expected: "a refusal in less than a quarter of \(hashed), not \(refused.min() ?? hashed)",
                because: "A hash is what an attacker could keep the server busy with.")
        }
    }

    @Test("A success clears the count")
    func forgetsAfterASuccess() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 3))
            let account = try await api.newAccount()
            for _ in 1...3 {
                for _ in 1...2 { _ = try await api.login(account.username, wrongPassphrase) }
                try await api.login(account.username).expect(
                    "two slips and then the right password", status: 200,
                    because: "People mistype. Three slips in a week are no attack.")
            }
        }
    }

    @Test("The wait comes to an end")
    func letsInAfterTheWindow() async throws {
        try await judge(ownServer: product) { start in
            let settings = ["LOGIN_ATTEMPTS": "1", "LOGIN_WINDOW": "3"]
            let api = try start(settings)
            var (account, refused, elapsed) = try await Self.afterOneSlip(api)
            // On a very busy machine the window may have passed before the second attempt arrived.
            for _ in 0..<5 where elapsed >= .seconds(3) {
                (account, refused, elapsed) = try await Self.afterOneSlip(api)
            }
            try refused.expectThrottled("a second attempt must wait", window: 3, because: "One is allowed.")
            let deadline = ContinuousClock.now + .seconds(5)
            var answer = refused
            while answer.status == 429, ContinuousClock.now < deadline {
                try await Task.sleep(for: .milliseconds(100))
                answer = try await api.login(account.username)
            }
            try answer.expect(
                "and is let in once the window has passed", status: 200,
                because: "A lock without an end is a gift to whoever wants to lock others out.")
        }
    }

    /// A wrong password for a new account, then the right one; and how long the two took.
    private static func afterOneSlip(_ api: ServerLesson) async throws -> (Account, Response, Duration) {
        let account = try await api.newAccount()
        let start = ContinuousClock.now
        _ = try await api.login(account.username, wrongPassphrase)
        let answer = try await api.login(account.username)
        return (account, answer, ContinuousClock.now - start)
    }

    @Test("Many at once get no more attempts than one after the other")
    func countsThoseAtOnce() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 3))
            let account = try await api.newAccount()
            let wrong = Request.login(account.username, wrongPassphrase)
            let answers = try await api.sendAtOnce(Array(repeating: wrong, count: 12))
            let statuses = answers.map(\.status)
            try answers[0].require(
                statuses.count { $0 == 401 } == 3 && statuses.count { $0 == 429 } == 9,
                "of twelve wrong passwords at once, three are told that they are wrong",
                expected: "3 times 401 and 9 times 429, not \(statuses.sorted())",
                because: "A limit that is looked at before and counted after is none for those who come together.")
        }
    }

    @Test("X-Forwarded-For changes nothing")
    func doesNotBelieveForwardedFor() async throws {
        try await judge(ownServer: product) { start in
            let api = try start(Self.settings(attempts: 2))
            let account = try await api.newAccount()
            var answers: [Response] = []
            for number in 1...3 {
                let request = Request.login(account.username, wrongPassphrase)
                answers.append(try await api.send(request.header("X-Forwarded-For", "203.0.113.\(number)")))
            }
            try answers[2].expectThrottled(
                "the third attempt is refused, wherever it claims to come from", window: Self.window,
                because: "Anybody can write that header: a guesser would be somebody else at every attempt.")
        }
    }

    #if os(Linux)
        @Test("A stranger elsewhere does not lock the owner out, and many strangers get no further")
        func countsByAddressAndByName() async throws {
            try await judge(ownServer: product) { start in
                let api = try start(Self.settings(attempts: 2))
                let account = try await api.newAccount()
                let body = #"{"username":"\#(account.username)","password":"\#(wrongPassphrase)"}"#
                var statuses: [String] = []
                for _ in 1...3 { statuses.append(try api.raw(.login(body), from: "127.0.0.2").first ?? "") }
                let owner = try await api.login(account.username)
                try owner.require(
                    statuses[1].contains(" 401 ") && statuses[2].contains(" 429 "),
                    "from one address two are looked at",
                    expected: "401, 401, 429, not \(statuses)", because: "Two were allowed.")
                try owner.expect(
                    "the owner, elsewhere, still logs in", status: 200,
                    because: "Who can lock others out with ten requests will do so.")
                for address in 3...11 {
                    for _ in 1...2 { _ = try api.raw(.login(body), from: "127.0.0.\(address)") }
                }
                try await api.login(account.username).expectThrottled(
                    "twenty from ten addresses are the last", window: Self.window,
                    because: "Addresses are cheap. Ten times the limit from all together keeps guessing hopeless.")
            }
        }
    #endif
}
