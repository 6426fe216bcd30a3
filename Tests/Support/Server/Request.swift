package import Tokens

/// A request to a lesson's server.
package struct Request: Sendable {
    package var method: String
    /// The path and query, as they are sent.
    package var path: String
    package var headers: [(name: String, value: String)] = []
    package var body: [UInt8]?

    package init(_ method: String, _ path: String) {
        (self.method, self.path) = (method, path)
    }

    /// The request with a JSON body, declared as such.
    package func json(_ members: [JSONObject.Member]) -> Request {
        body(JSONObject(members).json, type: "application/json")
    }

    /// The request with this body; without a type none is declared.
    package func body(_ text: String, type: String?) -> Request {
        var request = self
        request.body = Array(text.utf8)
        if let type { request.headers.append(("Content-Type", type)) }
        return request
    }

    /// The request with a bearer token.
    package func bearer(_ token: String) -> Request { header("Authorization", "Bearer \(token)") }

    package func header(_ name: String, _ value: String) -> Request {
        var request = self
        request.headers.append((name, value))
        return request
    }

    /// The bytes that go over the wire.
    ///
    /// - Parameter base: the server that they go to, such as `http://127.0.0.1:41234`.
    package func wire(to base: String) -> [UInt8] {
        var fields = [("Host", base.split(separator: "/").last.map(String.init) ?? "localhost")]
        if body != nil || !["GET", "HEAD", "DELETE"].contains(method) {
            fields.append(("Content-Length", "\(body?.count ?? 0)"))
        }
        let given = Set(headers.map { $0.name.lowercased() })
        let lines = (fields.filter { !given.contains($0.0.lowercased()) } + headers).map { "\($0.0): \($0.1)" }
        return Array((["\(method) \(path) HTTP/1.1"] + lines + ["", ""]).joined(separator: "\r\n").utf8) + (body ?? [])
    }

    /// The curl command that sends the same.
    func curl(to base: String) -> String {
        var words = ["curl", "-i"]
        if method != "GET" || body != nil { words += ["-X", method] }
        for header in headers { words += ["-H", "\(header.name): \(header.value)"] }
        if let body { words += ["--data-binary", String(decoding: body, as: UTF8.self)] }
        return (words + [base + path]).map(ShellWord.quoted).joined(separator: " ")
    }
}
