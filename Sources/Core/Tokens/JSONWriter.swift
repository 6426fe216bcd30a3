extension JSONValue {
    /// The value as compact JSON text, members in their order.
    package var json: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object(let object): object.json
        }
    }

    /// Text in quotes. Characters that a terminal or an editor would act on are escaped, not only those that must be.
    fileprivate static func quoted(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return "\"" + text + "\"" }
        return text.unicodeScalars.reduce(into: "\"") { json, scalar in
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            case _ where isInvisible(scalar): json += scalar.utf16.map(escaped).joined()
            default: json.unicodeScalars.append(scalar)
            }
        } + "\""
    }

    /// Whether a byte of UTF-8 stands for itself: most texts have no others.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private static func escaped(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension JSONObject {
    /// The object as compact JSON text: what a token's header or claims are made of.
    package var json: String {
        "{" + members.map { JSONValue.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
    }
}
