import ArgumentParser
import LessonKit
import Terminal
import Tokens

struct Show: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Take a token apart. Anyone can: nothing is checked and no secret is needed.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Flag(help: .json) var json = false
    @Argument(help: .text) var token: String

    func run() throws {
        let reader = try reader()
        try Texts(token).judgeEach { text in
            do {
                let token = try reader.read(text)
                print(json ? json(token) : Portrait(token, text: text).description)
                return true
            } catch {
                let refusal = Refusal(error, of: text)
                print(json ? refusal.json : "unreadable (\(refusal.reason)): \(refusal.sentence)")
                return false
            }
        }
    }

    private func json(_ token: UnverifiedToken) -> String {
        JSONObject([
            .init("header", .object(token.header)), .init("claims", .object(token.claims)),
            .init("signature", .string(Base64URL.encode(token.signature))),
        ]).json
    }
}
