/// Base64url without padding: how JWTs write bytes as text (RFC 4648 §5, RFC 7515 §2).
package enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The six bits that each character of either alphabet stands for, by its ASCII code; 64 for any other.
    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: 64, count: 256)
        for (digit, character) in zip(UInt8(0)..., alphabet) { digits[Int(character)] = digit }
        digits[Int(UInt8(ascii: "+"))] = 62
        digits[Int(UInt8(ascii: "/"))] = 63
        return digits
    }()

    /// Writes bytes as base64url, in their one canonical spelling.
    package static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = alphabet
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var (bits, pending): (UInt32, UInt32) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            pending += 8
            while pending >= 6 {
                pending -= 6
                text.append(alphabet[Int(bits >> pending & 0b11_1111)])
            }
        }
        if pending > 0 { text.append(alphabet[Int(bits << (6 - pending) & 0b11_1111)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads base64 the way most libraries do: either alphabet, with padding or without, spare bits ignored.
    ///
    /// Many texts stand for the same bytes here. Where only one may, ask ``TokenSteps/isCanonical(_:)`` as well;
    /// ``TokenReader/decode(_:)`` does both.
    ///
    /// - Throws: ``Base64URLError`` if the text has another character or a length that no bytes have.
    package static func decodeForgivingly(_ text: String) throws -> [UInt8] {
        let digits = digits
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var (bits, pending): (UInt32, UInt32) = (0, 0)
        var position = 0
        for character in text.utf8.trimmingPadding() {
            let digit = digits[Int(character)]
            guard digit < 64 else { throw Base64URLError.character(at: position) }
            position += 1
            bits = bits << 6 | UInt32(digit)
            pending += 6
            if pending >= 8 {
                pending -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> pending))
            }
        }
        guard pending < 6 else { throw Base64URLError.length }
        return bytes
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
