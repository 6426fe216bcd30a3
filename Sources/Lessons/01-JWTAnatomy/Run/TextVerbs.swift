import ArgumentParser
import Foundation
import LessonKit
import Tokens

struct Encode: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write text as base64url.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @Argument(help: "The text.") var text: String

    func run() {
        let encoded = Base64URL.encode(Array(text.utf8))
        print(common.json ? JSONObject([.init("base64url", .string(encoded))]).json : encoded)
    }
}

struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read base64url, in its one canonical spelling.")

    @OptionGroup var version: VersionOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup var text: TextArgument

    func run() throws {
        let reader = try version.reader()
        try text.judgeEach { text in
            do {
                let bytes = try reader.decode(text)
                let decoded = String(decoding: bytes, as: UTF8.self)
                let size = JSONValue.integer(bytes.count)
                print(common.json ? JSONObject([.init("text", .string(decoded)), .init("bytes", size)]).json : decoded)
                return true
            } catch {
                let refusal = Refusal(error, of: text)
                print(common.json ? refusal.json : refusal.sentence)
                return false
            }
        }
    }
}
