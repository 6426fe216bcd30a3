import ArgumentParser
import Foundation
import LessonKit
import Tokens

struct Verify: VerbWithSecret {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Judge a token: its form, its signature, and whether it is within its time.",
        discussion: "Exit status 0 if every token is valid, 1 if one is not.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Flag(help: .json) var json = false
    @Option(help: .secret) var secret: String?
    @Option(name: .customLong("secret-base64url"), help: .encodedSecret) var encodedSecret: String?

    @Option(help: "Judge as if it were this time, in seconds since 1970.")
    var at: Int?

    @Flag(name: .customLong("signature-only"), help: "Leave exp and nbf aside.")
    var signatureOnly = false

    @Argument(help: .text) var token: String

    func run() throws {
        let reader = try reader()
        let key = try key()
        try Texts(token).judgeEach { text in
            do {
                let now = at ?? Int(Date().timeIntervalSince1970)
                let token =
                    signatureOnly
                    ? try reader.authenticate(text, with: key) : try reader.verify(text, with: key, at: now)
                print(json ? accepted(token) : praise(token, at: now))
                return true
            } catch {
                let refusal = Refusal(error, of: text)
                print(json ? refusal.json : "refused (\(refusal.reason)): \(refusal.sentence)")
                return false
            }
        }
    }

    private func praise(_ token: UnverifiedToken, at now: Int) -> String {
        guard !signatureOnly else { return "valid: signed with this secret; its times were not looked at" }
        guard case .integer(let expiry) = token.claims["exp"] else {
            return "valid: signed with this secret, and without an end"
        }
        return "valid: signed with this secret, and good until \(Moment(expiry).text)"
    }

    private func accepted(_ token: UnverifiedToken) -> String {
        JSONObject([.init("valid", .boolean(true)), .init("claims", .object(token.claims))]).json
    }
}
