import Foundation

extension String {
    /// Its lines without their ends; at least one, and an empty last one where the text ends with a line end.
    ///
    /// The C library looks for the ends: a debug build, such as a learner's, would take a hundred times as long.
    package var lines: [String] {
        var text = self
        return text.withUTF8 { bytes in
            var lines: [String] = []
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, let end = memchr(start, Int32(UInt8(ascii: "\n")), rest.count) {
                let length = start.distance(to: end)
                lines.append(String(decoding: rest[..<length], as: UTF8.self))
                rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...])
            }
            return lines + [String(decoding: rest, as: UTF8.self)]
        }
    }

    /// Whether these words stand somewhere in it, to the byte. The C library looks here too.
    func holds(_ words: String) -> Bool { strstr(self, words) != nil }
}
