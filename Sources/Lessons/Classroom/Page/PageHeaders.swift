import HTTPTypes
import Hummingbird

/// What browsers are told about every file of the page.
enum PageHeaders {
    static var all: HTTPFields {
        var fields: HTTPFields = [
            .contentSecurityPolicy: policy.joined(separator: "; "),
            .xContentTypeOptions: "nosniff",
            .cacheControl: "no-store",
        ]
        for (name, value) in isolation {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return fields
    }

    /// Nothing is allowed that the page does not need: its own files, and requests to its own server.
    ///
    /// Trusted Types make the browser refuse `innerHTML` and its like, so that text from a token cannot become markup.
    private static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ]

    /// No other site reads the page, frames it, shares its window, or learns where its visitors come from.
    private static let isolation = [
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"),
    ]
}
