import Foundation
import TestSupport

/// A connection that stays open, on which many requests are sent before the first answer is read (RFC 9112 §9.3.2).
struct Pipeline: ~Copyable {
    private let connection: RawConnection
    /// What an answer begins with; three digits follow.
    private static let start = Data("HTTP/1.1 ".utf8)

    init(to base: String) throws {
        connection = try RawConnection(to: base)
    }

    /// Asks for /my-info with each of these tokens.
    ///
    /// - Returns: a line for each answer that is not 401, and for each that did not come.
    func surprises(among tokens: [[UInt8]]) -> [String] {
        let head = Array("GET /my-info HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ".utf8)
        connection.transmit(tokens.flatMap { head + $0 + [13, 10, 13, 10] })
        var statuses: [String] = []
        var received = Data()
        var position = 0
        while statuses.count < tokens.count {
            let more = connection.receive()
            guard !more.isEmpty else { break }
            received += more
            while let start = received.range(of: Self.start, in: position..<received.count)?.upperBound,
                start + 3 <= received.count
            {
                statuses.append(String(decoding: received[start..<start + 3], as: UTF8.self))
                position = start
            }
        }
        return tokens.indices.compactMap { index in
            let status = index < statuses.count ? statuses[index] : "no answer"
            return status == "401" ? nil : "\(status) for \(String(decoding: tokens[index], as: UTF8.self))"
        }
    }
}
