import TestSupport
import Testing
import Tokens

/// The lesson as a test speaks to it: one function a verb.
struct JWTAnatomy {
    static let product = "jwt-anatomy"

    let forge: Forge
    private let program: CommandLineLesson

    init(_ trial: Trial) throws {
        forge = try Forge()
        neighbours = trial.subject == .yours ? 500 : 2_500
        program = try CommandLineLesson(Self.product, trial)
    }

    func show(_ token: String) throws -> Answer {
        try program.run("show", ["--json", "--", token])
    }

    func portrait(_ token: String) throws -> Answer {
        try program.run("show", ["--", token])
    }

    func sign(_ claims: String, secret: String? = nil, _ more: String...) throws -> Answer {
        try program.run("sign", ["--json", "--secret", secret ?? forge.secret, "--claims", claims] + more)
    }

    func verify(_ token: String, _ more: String...) throws -> Answer {
        try program.run("verify", ["--json", "--secret", forge.secret] + more + ["--", token])
    }

    func verify(_ token: String, base64URLSecret: String, _ more: String...) throws -> Answer {
        try program.run("verify", ["--json", "--secret-base64url", base64URLSecret] + more + ["--", token])
    }

    /// One token a line, one verdict a line.
    func verify(lines: [String], _ more: [String] = []) throws -> Answer {
        let input = lines.joined(separator: "\n") + "\n"
        return try program.run("verify", ["--json", "--secret", forge.secret] + more + ["-"], standardInput: input)
    }

    /// Claims that each of these texts is answered as it should be. They are asked together, which is quick; the first
    /// that is answered otherwise is asked again alone, so that the report shows one command.
    ///
    /// - Parameter option: what the text is the value of, such as `--claims`; nil for an argument.
    func expect(
        _ verb: String, _ more: [String] = [], option: String? = nil, _ rows: [Expectation], _ claim: String,
        because why: String
    ) throws {
        let answer = try program.run(
            verb, ["--json"] + more + [option, "-"].compactMap(\.self),
            standardInput: rows.map { $0.text + "\n" }.joined())
        let found = answer.lines.map { try? JSONObject(parsing: Array($0.utf8)) }
        let stray = zip(rows, found + Array(repeating: nil, count: rows.count)).first { row, object in
            !row.members.allSatisfy { object?[$0.name] == $0.value }
        }
        if let (row, _) = stray {
            try program.run(verb, ["--json"] + more + [option ?? "--", row.text]).expect(
                row.claim, status: row.status, row.members, because: row.why ?? why)
        }
        try answer.require(
            stray == nil && found.count == rows.count, claim, expected: "\(rows.count) answers, one a line",
            because: why)
    }

    var secret: [String] { ["--secret", forge.secret] }

    /// How many texts near a good token are tried: thousands, and fewer where somebody waits for the verdict.
    let neighbours: Int

    func encode(_ text: String) throws -> Answer { try program.run("encode", ["--json", "--", text]) }

    /// Exactly these arguments, as a person may type them.
    func runExactly(_ arguments: [String]) throws -> Answer { try program.run(exactly: arguments) }

    func runBytes(_ verb: String, _ arguments: [String], _ standardInput: [UInt8]) throws -> Answer {
        try program.run(verb, arguments, standardInput: standardInput)
    }
}

/// Judges a test of this lesson.
func judgeAnatomy(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (JWTAnatomy) throws -> Void
) async throws {
    try await judge(sourceLocation: sourceLocation) { trial in try body(JWTAnatomy(trial)) }
}

/// A text, and what is to be answered to it.
struct Expectation {
    /// As a sentence.
    let claim: String
    let text: String
    let status: Int32
    /// What the answer holds, among others.
    let members: [JSONObject.Member]
    /// Why it matters, if not for the reason of all others.
    let why: String?

    static func refused(_ name: String, _ text: String, _ reason: String, because why: String? = nil) -> Self {
        Self(
            claim: "\(name) is refused", text: text, status: 1,
            members: [.init("valid", .boolean(false)), .init("reason", .string(reason))], why: why)
    }

    static func accepted(_ name: String, _ text: String, because why: String? = nil) -> Self {
        answered("\(name) is accepted", text, [.init("valid", .boolean(true))], because: why)
    }

    static func answered(
        _ claim: String, _ text: String, _ members: [JSONObject.Member], because why: String? = nil
    ) -> Self {
        Self(claim: claim, text: text, status: 0, members: members, why: why)
    }
}

/// The example of RFC 7515, appendix A.1: a token and the key, in base64url, that signed it.
enum RFC7515Example {
    static let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
    static let token =
        "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
        + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let expiry = 1_300_819_380
}

extension Answer {
    /// Claims that the command took the token for good.
    func expectAccepted(_ claim: String, because why: String) throws {
        try expect(claim, status: 0, [.init("valid", .boolean(true))], because: why)
    }

    /// Claims that the command refused the token, and for this reason.
    func expectRefused(_ claim: String, _ reason: String, because why: String) throws {
        try expect(claim, status: 1, [.init("valid", .boolean(false)), .init("reason", .string(reason))], because: why)
    }
}
