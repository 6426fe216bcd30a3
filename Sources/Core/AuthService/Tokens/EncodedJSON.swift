import Tokens

/// A JSON value of ours, for an encoder of somebody else's.
struct EncodedJSON: Encodable {
    let value: JSONValue

    init(_ value: JSONValue) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        if case .object(let object) = value {
            var container = encoder.container(keyedBy: ClaimName.self)
            for member in object.members { try container.encode(Self(member.value), forKey: ClaimName(member.name)) }
            return
        }
        var container = encoder.singleValueContainer()
        switch value {
        case .null, .object: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values.map(Self.init))
        }
    }
}
