/// Tells two texts apart in sixteen characters: FNV-1a with 64 bits. No protection against intent.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(of bytes: some Sequence<UInt8>) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        description = String(repeating: "0", count: 16 - digits.count) + digits
    }

    package init(of text: String) {
        self.init(of: text.utf8)
    }
}
