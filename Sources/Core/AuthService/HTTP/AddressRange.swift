#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An address such as `192.0.2.1` or `2001:db8::1`, or a network of them such as `10.0.0.0/8`.
package struct AddressRange: Sendable, CustomStringConvertible {
    private let bytes: [UInt8]
    /// How many of the first bits must agree.
    private let bits: Int
    package let description: String

    /// - Returns: nil if the text is neither.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let bytes = Self.bytes(of: parts[0]) else { return nil }
        let bits = parts.count == 1 ? bytes.count * 8 : Int(parts[1]) ?? -1
        guard (0...bytes.count * 8).contains(bits) else { return nil }
        (self.bytes, self.bits, description) = (bytes, bits, text)
    }

    /// Whether an address belongs to it; an unreadable one does not.
    package func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
        return (0..<bits).allSatisfy { bit in
            (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
        }
    }

    /// The 4 or 16 bytes of an address. An IPv4 address in the clothes of IPv6 (RFC 4291 §2.5.5.2) counts as what it is.
    private static func bytes(of text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        let isIPv4 = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isIPv4 ? Array(bytes.suffix(4)) : bytes
    }

    /// Whose an address is, for counting: an IPv4 address as it is, of an IPv6 address its network of 64 bits. One customer
    /// has at least so much (RFC 6177 §2), and could come from another of 2^64 addresses every time.
    static func source(of address: String) -> String {
        guard let bytes = bytes(of: address) else { return address }
        guard bytes.count == 16 else { return bytes.map { String($0) }.joined(separator: ".") }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: " ")
    }

    /// Whether a text is an address at all.
    static func isAddress(_ text: String) -> Bool { bytes(of: text) != nil }
}

extension AddressRange {
    /// - Throws: ``SettingsError``.
    static func all(from source: SettingsSource) throws -> [AddressRange] {
        let variable = "TRUSTED_PROXIES"
        return try (source.optional(variable) ?? "").split(separator: ",").map { part in
            guard let range = AddressRange(String(part.trimming(while: \.isWhitespace))) else {
                throw SettingsError(variable, "must be addresses or networks like 10.0.0.0/8, with commas between.")
            }
            return range
        }
    }
}

extension Substring {
    /// Without what stands at both ends and is like this.
    func trimming(while isLikeThis: (Character) -> Bool) -> Substring {
        let front = drop(while: isLikeThis)
        return front.prefix(front.count - front.reversed().prefix(while: isLikeThis).count)
    }
}
