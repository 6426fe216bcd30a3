import Processes
import Tokens

/// A command, what it printed, and every token in either, taken apart.
struct Transcript {
    let command: CommandText
    let output: String
    let ending: Ending

    var text: String {
        let tokens = Self.tokens(in: command.description) + Self.tokens(in: output)
        let lines = output.isEmpty ? [] : output.prefix(2_000).split(separator: "\n").map { "< \($0)" }
        return (["\(command)"] + lines + ["< \(ending)"] + tokens.map(Self.decoded)).joined(separator: "\n")
    }

    private static func tokens(in text: String) -> [Substring] {
        text.matches(of: /eyJ[A-Za-z0-9_+\/=-]*\.[A-Za-z0-9_+\/=-]*\.[A-Za-z0-9_+\/=-]*/).prefix(3).map(\.output)
    }

    private static func decoded(_ token: Substring) -> String {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).prefix(2).map { part in
            (try? Base64URL.decodeForgivingly(String(part))).map { String(decoding: $0, as: UTF8.self) }
                ?? "(unreadable)"
        }
        return "  \(token.prefix(12))… is \(parts.joined(separator: " . "))"
    }
}
