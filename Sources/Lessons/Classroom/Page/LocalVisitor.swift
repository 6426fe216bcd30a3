import AuthService
import HTTPTypes
import Hummingbird
import Tokens

/// Who may see the page: a browser on this machine that asked for this machine.
///
/// A listening address on loopback keeps other machines out, but not other web sites: one of them can let its own name
/// point to 127.0.0.1 (DNS rebinding), and its scripts then count as ours. They cannot choose the `Host` header,
/// though: the browser writes the name there that it was given.
enum LocalVisitor {
    /// Whether the server listens on loopback alone and was asked for under one of loopback's own names.
    static func isExpected(_ request: Request, _ settings: Settings) -> Bool {
        settings.isLoopback && request.head.authority.map(isLoopback) == true
    }

    /// Whether a page of ours asks, as far as the browser says so (Fetch Metadata).
    ///
    /// Another site may link here, but its scripts have no business here. None of our answers would be shown to them;
    /// streams that they open would take places nevertheless, of which there are few.
    static func isOurPage(_ request: Request) -> Bool {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
        return site == nil || site == "same-origin" || site == "none"
    }

    static var refusal: Response {
        let message = "The page is for browsers on this machine: open it as http://127.0.0.1 or http://localhost."
        return .json(
            .forbidden, JSONObject([.init("error", .string("forbidden")), .init("message", .string(message))]))
    }

    /// Whether an authority such as `localhost:5005` names this machine: `localhost`, `[::1]` or an IPv4 address that
    /// begins with 127. A name that merely begins so, such as 127.example.com, is somebody else's.
    static func isLoopback(_ authority: String) -> Bool {
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        let port = authority.dropFirst(host.count)
        guard port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil) else { return false }
        if host.lowercased() == "localhost" || host == "[::1]" { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }
}
