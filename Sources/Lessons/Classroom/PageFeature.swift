import AuthService
import HTTPTypes
import Hummingbird

/// `GET /`: a page that says what runs here.
struct PageFeature: Feature {
    let name: String
    let commands: [String]

    func routes(with parts: ServiceParts) -> [Route] {
        [Route(.get, "/") { request, _ in page(at: request.head.authority ?? "127.0.0.1:\(parts.settings.port)") }]
    }

    private func page(at authority: String) -> Response {
        let commands = commands.map { $0.replacing("BASE", with: "http://\(authority)") }.joined(separator: "\n")
        let html = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>\(Self.escaped(name))</title>
            <h1>\(Self.escaped(name))</h1>
            <p>This lesson of the JWT Workbook is running. Try, in a terminal:</p>
            <pre>\(Self.escaped(commands))</pre>
            </html>

            """
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: "default-src 'none'",
                .xContentTypeOptions: "nosniff",
            ],
            body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
