/// Base64url without padding: how JWTs write bytes as text (RFC 4648 §5, RFC 7515 §2).
package enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Writes bytes as base64url, in their one canonical spelling.
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for digit in 0...group.count {
                text.append(alphabet[bits >> (18 - 6 * digit) & 0b11_1111])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads base64 the way most libraries do: either alphabet, with padding or without, spare bits ignored.
    ///
    /// Many texts stand for the same bytes here. Where only one may, ask ``TokenSteps/isCanonical(_:)`` as well;
    /// ``TokenReader/decode(_:)`` does both.
    ///
    /// - Throws: ``Base64URLError`` if the text has another character or a length that no bytes have.
    package static func decodeForgivingly(_ text: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var bits: UInt32 = 0
        var digits = 0
        for (position, character) in text.utf8.trimmingPadding().enumerated() {
            guard let digit = digit(character) else { throw Base64URLError.character(at: position) }
            bits = bits << 6 | digit
            digits += 1
            if digits % 4 != 1 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> ((4 - digits % 4) % 4 * 2)))
            }
        }
        guard digits % 4 != 1 else { throw Base64URLError.length }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "-"), UInt8(ascii: "+"): 62
        case UInt8(ascii: "_"), UInt8(ascii: "/"): 63
        default: nil
        }
    }
}

/// Why a text is not base64url.
package enum Base64URLError: Error, Equatable {
    /// A character that is in no base64 alphabet, counted from 0 in UTF-8 bytes.
    case character(at: Int)
    /// One character is left over: six bits are no byte.
    case length
    /// The bytes are fine, but this is not the one way to write them.
    case notCanonical
}

extension String.UTF8View {
    /// The text without up to two `=` at its end.
    fileprivate func trimmingPadding() -> Substring.UTF8View {
        let padding = suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return dropLast(padding)
    }
}
