import TestSupport

/// A request as bytes, for what no HTTP library would send.
struct RawRequest {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// A login with this body and these further header lines.
    static func login(_ body: String, _ headers: String...) -> RawRequest {
        let lines =
            [
                "POST /login HTTP/1.1", "Host: localhost", "Connection: close", "Content-Type: application/json",
                "Content-Length: \(body.utf8.count)",
            ] + headers
        return RawRequest(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }
}

extension ServerLesson {
    /// Sends the bytes over a connection of their own, and returns the lines of what comes back.
    ///
    /// - Parameter source: the address that the connection comes from.
    func raw(_ request: RawRequest, from source: String? = nil) throws -> [String] {
        let received = try RawConnection(to: base, from: source).exchange(request.bytes)
        return String(decoding: received, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }
}
