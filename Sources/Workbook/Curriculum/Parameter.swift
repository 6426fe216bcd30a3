/// One parameter of a function.
struct Parameter: Hashable, Sendable {
    /// What a caller writes before the value; nil for `_`.
    let label: String?
    let name: String
    let isInOut: Bool

    /// Reads `label name: Type`; nil for a variadic one, which cannot be handed on.
    init?(_ text: Substring) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let names = text[..<colon].split { $0.isWhitespace }.map(String.init)
        let type = text[text.index(after: colon)...].trimmed
        guard let first = names.first, let last = names.last, !type.hasSuffix("...") else { return nil }
        label = first == "_" ? nil : first
        name = last
        isInOut = type.hasPrefix("inout ")
    }

    /// As it is handed on.
    var argument: String { (label.map { "\($0): " } ?? "") + (isInOut ? "&" : "") + name }
}
