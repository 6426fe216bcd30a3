/// The bytes of a request.
enum Message {
    static func get(_ path: String, token: String? = nil) -> [UInt8] {
        Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(authorization(token))\r\n".utf8)
    }

    static func post(_ path: String, _ json: String = "", token: String? = nil) -> [UInt8] {
        Array(
            """
            POST \(path) HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: \(json.utf8.count)\r
            \(authorization(token))\r
            \(json)
            """.utf8)
    }

    /// A body with a name and a password.
    static func credentials(_ name: String, _ password: String) -> String {
        #"{"username":"\#(name)","password":"\#(password)"}"#
    }

    private static func authorization(_ token: String?) -> String {
        token.map { "Authorization: Bearer \($0)\r\n" } ?? ""
    }
}
