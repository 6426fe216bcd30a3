import ArgumentParser
import LessonKit
import Terminal
import Tokens

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a token apart. Anyone can: nothing is checked and no secret is needed.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var token: TextArgument

    func run() throws {
        let reader = try version.reader()
        try token.judgeEach { text in
            do {
                let token = try reader.read(text)
                print(common.json ? json(token) : Portrait(token, text: text).description)
                return true
            } catch {
                let refusal = Refusal(error, of: text)
                print(common.json ? refusal.json : "unreadable (\(refusal.reason)): \(refusal.sentence)")
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
