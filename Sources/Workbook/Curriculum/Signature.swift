/// What a function asks and gives: enough to call another one like it.
package struct Signature: Hashable, Sendable {
    package let name: String
    let parameters: [Parameter]
    let isAsync: Bool
    /// `throws`, `throws(TokenError)` or empty.
    let throwing: String
    /// The type that it returns; nil for none.
    let result: String?
    /// How many lines it takes, up to the one with the `{`.
    let lineCount: Int

    static func begins(_ line: some StringProtocol) -> Bool {
        line.trimmed.hasPrefix("func ") || line.contains(" func ")
    }

    /// Reads a declaration without comments, from its first line to the `{` of its body or beyond.
    ///
    /// Nil for what cannot be handed on: static functions, variadic parameters, no function at all.
    init?(_ code: String) {
        guard let keyword = code.firstRange(of: "func "), !code[..<keyword.lowerBound].contains("static ") else {
            return nil
        }
        let afterKeyword = code[keyword.upperBound...]
        guard let open = afterKeyword.firstIndex(of: "("),
            let close = Brackets.end(of: open, in: code),
            let brace = code[close...].firstIndex(of: "{")
        else { return nil }
        name = afterKeyword[..<open].prefix { $0 != "<" }.trimmed

        var parameters: [Parameter] = []
        for text in Brackets.split(code[code.index(after: open)..<close]) where !text.isBlank {
            guard let parameter = Parameter(text) else { return nil }
            parameters.append(parameter)
        }
        self.parameters = parameters

        let tail = code[code.index(after: close)..<brace]
        let clause = tail[..<(tail.firstRange(of: " where ")?.lowerBound ?? tail.endIndex)]
        let arrow = clause.firstRange(of: "->")
        let effects = clause[..<(arrow?.lowerBound ?? clause.endIndex)]
        isAsync = effects.contains("async")
        throwing = effects.firstRange(of: "throws").map { effects[$0.lowerBound...].trimmed } ?? ""
        let type = arrow.map { clause[$0.upperBound...].trimmed } ?? "Void"
        result = ["Void", "()"].contains(type) ? nil : type
        lineCount = code[..<brace].count { $0 == "\n" } + 1
    }

    /// `try await`, as far as a call of it needs them, with a space behind.
    var markers: String { (throwing.isEmpty ? "" : "try ") + (isAsync ? "await " : "") }

    /// A call of the function of this name of some object.
    func call(on object: String) -> String {
        "\(markers)\(object).\(name)(\(parameters.map(\.argument).joined(separator: ", ")))"
    }
}
