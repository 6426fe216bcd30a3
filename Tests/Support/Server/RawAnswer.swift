/// An answer as it came over a connection (RFC 9112).
package struct RawAnswer: Sendable {
    package let status: Int
    /// In the order in which they came, each as often as it did.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// Takes an answer from the front of what has arrived; nil if not all of it has.
    ///
    /// - Parameters:
    ///   - method: what it answers: to HEAD nothing has a body.
    ///   - isEnded: whether nothing more will arrive. An answer that does not say how long it is ends there.
    init?(takenFrom received: inout [UInt8], to method: String, isEnded: Bool) {
        guard let end = received.firstRange(of: Self.endOfHead) else { return nil }
        let lines = String(decoding: received[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ", maxSplits: 2) ?? []
        let status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(parts[0]), value: Self.trimmed(parts.last ?? ""))
        }
        let rest = received[end.upperBound...]
        guard let (body, length) = Self.body(rest, status, headers, method, isEnded) else { return nil }
        received.removeFirst(end.upperBound + length)
        if (100..<200).contains(status) {
            // Not the answer yet (RFC 9110 §15.2).
            guard let answer = Self(takenFrom: &received, to: method, isEnded: isEnded) else { return nil }
            self = answer
        } else {
            self = Self(status: status, headers: headers, body: body)
        }
    }

    private init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
        (self.status, self.headers, self.body) = (status, headers, body)
    }

    private static let endOfHead: [UInt8] = Array("\r\n\r\n".utf8)

    private static func trimmed(_ text: Substring) -> String {
        guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
        return String(text[...last].drop { $0 == " " })
    }

    /// The body, and how many bytes it takes on the wire (RFC 9112 §6.3).
    private static func body(
        _ rest: ArraySlice<UInt8>, _ status: Int, _ headers: [(name: String, value: String)], _ method: String,
        _ isEnded: Bool
    ) -> ([UInt8], length: Int)? {
        if method == "HEAD" || status < 200 || status == 204 || status == 304 { return ([], 0) }
        if headers.value(of: "Transfer-Encoding")?.lowercased() == "chunked" { return chunks(rest) }
        if let length = headers.value(of: "Content-Length").flatMap({ Int($0) }), length >= 0 {
            return rest.count < length ? nil : (Array(rest.prefix(length)), length)
        }
        return isEnded ? (Array(rest), rest.count) : nil
    }

    /// A body in pieces, each with its length in front (RFC 9112 §7.1).
    private static func chunks(_ rest: ArraySlice<UInt8>) -> ([UInt8], length: Int)? {
        var body: [UInt8] = []
        var position = rest.startIndex
        while let line = rest[position...].firstRange(of: Array("\r\n".utf8)) {
            let size = rest[position..<line.lowerBound].prefix { $0 != UInt8(ascii: ";") }
            guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16), count >= 0 else { return nil }
            position = line.upperBound + count + 2
            guard position <= rest.endIndex else { return nil }
            body += rest[line.upperBound..<line.upperBound + count]
            if count == 0 { return (body, position - rest.startIndex) }
        }
        return nil
    }
}

extension [(name: String, value: String)] {
    /// The value of a header field, its name taken without regard to case; nil if it is absent.
    func value(of name: String) -> String? { first { $0.name.lowercased() == name.lowercased() }?.value }
}
