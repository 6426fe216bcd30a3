import ArgumentParser
import Foundation
import LessonKit
import Tokens

struct Encode: Verb {
    static let configuration = CommandConfiguration(commandName: "encode", abstract: "Write text as base64url.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Flag(help: .json) var json = false
    @Argument(help: "The text.") var text: String

    func run() {
        let encoded = Base64URL.encode(Array(text.utf8))
        print(json ? JSONObject([.init("base64url", .string(encoded))]).json : encoded)
    }
}

struct Decode: Verb {
    static let configuration = CommandConfiguration(
        commandName: "decode", abstract: "Read base64url, in its one canonical spelling.")

    @Flag(help: .solution) var solution = false
    @Option(help: .flaw) var flaw: String?
    @Flag(help: .json) var json = false
    @Argument(help: .text) var text: String

    func run() throws {
        let reader = try reader()
        try Texts(text).judgeEach { text in
            do {
                let bytes = try reader.decode(text)
                let decoded = String(decoding: bytes, as: UTF8.self)
                let size = JSONValue.integer(bytes.count)
                print(json ? JSONObject([.init("text", .string(decoded)), .init("bytes", size)]).json : decoded)
                return true
            } catch {
                let refusal = Refusal(error, of: text)
                print(json ? refusal.json : refusal.sentence)
                return false
            }
        }
    }
}
