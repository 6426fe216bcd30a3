/// A strict reader of JSON (RFC 8259): valid UTF-8, no duplicate members, bounded nesting.
///
/// Foundation's decoders keep the first of two members with one name, other libraries the last: whoever checks a
/// token and whoever uses it could then see different claims. Here such a text is refused.
struct JSONReader {
    /// Deep enough for any token; a recursion that arriving bytes can drive needs a bound.
    static let deepest = 32

    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the one value that the bytes hold.
    mutating func document() throws -> JSONValue {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONError.notUTF8 }
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw JSONError.unexpected(at: position) }
        return value
    }

    private mutating func value() throws -> JSONValue {
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try nested { try $0.object() })
        case UInt8(ascii: "["): return .array(try nested { try $0.array() })
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .boolean(true))
        case UInt8(ascii: "f"): return try literal("false", .boolean(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func nested<Value>(_ read: (inout Self) throws -> Value) throws -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw JSONError.nestedTooDeeply(limit: Self.deepest) }
        return try read(&self)
    }

    private mutating func object() throws -> JSONObject {
        var members: [JSONObject.Member] = []
        var names: Set<String> = []
        try list(until: UInt8(ascii: "}")) { reader in
            let name = try reader.string()
            // Swift compares by canonical equivalence; two spellings of é are two members to most readers, so the
            // stricter view is taken: they collide.
            guard names.insert(name).inserted else { throw JSONError.duplicateMember(name) }
            reader.skipSpace()
            try reader.expect(UInt8(ascii: ":"))
            members.append(.init(name, try reader.value()))
        }
        return JSONObject(distinct: members)
    }

    private mutating func array() throws -> [JSONValue] {
        var elements: [JSONValue] = []
        try list(until: UInt8(ascii: "]")) { elements.append(try $0.value()) }
        return elements
    }

    private mutating func list(until end: UInt8, _ element: (inout Self) throws -> Void) throws {
        position += 1
        skipSpace()
        guard try peek() != end else {
            position += 1
            return
        }
        while true {
            skipSpace()
            try element(&self)
            skipSpace()
            guard try peek() != end else {
                position += 1
                return
            }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
        for character in word.description.utf8 { try expect(character) }
        return value
    }

    /// The next byte, left where it is.
    func peek() throws -> UInt8 {
        guard position < bytes.count else { throw JSONError.endedEarly }
        return bytes[position]
    }

    /// Takes the next byte, which must be this one.
    mutating func expect(_ byte: UInt8) throws {
        guard try peek() == byte else { throw JSONError.unexpected(at: position) }
        position += 1
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
