/// A file of the page, as it lies in the folder `Files` and was put into the program.
package struct PageFile: Sendable {
    package let name: String
    package let mediaType: String
    package let bytes: [UInt8]

    private init(_ name: String, _ bytes: [UInt8]) {
        (self.name, self.bytes) = (name, bytes)
        mediaType =
            switch name.split(separator: ".").last {
            case "js": "text/javascript; charset=utf-8"
            case "css": "text/css; charset=utf-8"
            case "svg": "image/svg+xml"
            default: "text/html; charset=utf-8"
            }
    }

    /// What the page loads; the page itself is made by ``page(_:)``.
    package static let all = [
        PageFile("base.css", PackageResources.base_css),
        PageFile("bench.css", PackageResources.bench_css),
        PageFile("diagram.css", PackageResources.diagram_css),
        PageFile("site.css", PackageResources.site_css),
        PageFile("icon.svg", PackageResources.icon_svg),
        PageFile("bench.js", PackageResources.bench_js),
        PageFile("claims.js", PackageResources.claims_js),
        PageFile("diagram.js", PackageResources.diagram_js),
        PageFile("elements.js", PackageResources.elements_js),
        PageFile("exchange.js", PackageResources.exchange_js),
        PageFile("forms.js", PackageResources.forms_js),
        PageFile("lesson.js", PackageResources.lesson_js),
        PageFile("main.js", PackageResources.main_js),
        PageFile("more.js", PackageResources.more_js),
        PageFile("session.js", PackageResources.session_js),
        PageFile("site.js", PackageResources.site_js),
        PageFile("steps.js", PackageResources.steps_js),
        PageFile("token.js", PackageResources.token_js),
        PageFile("verdict.js", PackageResources.verdict_js),
        PageFile("walk.js", PackageResources.walk_js),
        PageFile("wire.js", PackageResources.wire_js),
    ]

    /// The page, with these words in the places that are named for them, as `{{LESSON}}` is; they are text, never markup.
    package static func page(_ words: [String: String]) -> [UInt8] {
        let template = String(decoding: PackageResources.page_html, as: UTF8.self)
        return Array(words.reduce(template) { $0.replacing("{{\($1.key)}}", with: escaped($1.value)) }.utf8)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
