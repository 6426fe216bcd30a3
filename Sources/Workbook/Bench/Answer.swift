import Foundation

/// What came back for a request.
struct Answer {
    let status: Int
    let body: ArraySlice<UInt8>

    /// Reads an answer; nil if some of it is still to come.
    init?(_ bytes: [UInt8]) {
        guard let head = bytes.firstRange(of: Self.endOfHead) else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let first = lines.first, let status = Int(first.split(separator: " ").dropFirst().first ?? "") else {
            return nil
        }
        let length =
            lines.lazy.filter { $0.lowercased().hasPrefix("content-length:") }
            .compactMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }.first ?? 0
        guard bytes.count >= head.upperBound + length else { return nil }
        self.status = status
        body = bytes[head.upperBound..<head.upperBound + length]
    }

    private static let endOfHead: [UInt8] = Array("\r\n\r\n".utf8)

    /// A text in the JSON object of the body.
    ///
    /// - Throws: ``Trouble`` if there is none.
    func text(_ member: String) throws -> String {
        let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        guard let text = object?[member] as? String else {
            throw Trouble("an answer \(status) without \(member): \(String(decoding: body, as: UTF8.self))")
        }
        return text
    }
}
