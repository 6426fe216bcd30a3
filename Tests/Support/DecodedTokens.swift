import Tokens

/// Every token in some texts, taken apart, so that a report can be understood without tools.
struct DecodedTokens {
    let lines: [String]

    init(in texts: String...) {
        let tokens = texts.flatMap { $0.matches(of: /eyJ[A-Za-z0-9_+\/=-]*(\.[A-Za-z0-9_+\/=-]*){2}/).map(\.output.0) }
        var seen: Set<Substring> = []
        lines = tokens.filter { seen.insert($0).inserted }.prefix(3).map(Self.decoded)
    }

    private static func decoded(_ token: Substring) -> String {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).prefix(2).map { part in
            let bytes = try? Base64URL.decodeForgivingly(String(part))
            return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "(unreadable)"
        }
        return "  \(token.prefix(12))… is \(parts.joined(separator: " . "))"
    }
}
