import AuthService
import HTTPTypes
import Hummingbird

/// Lets a page watch its own requests: those that name its channel.
struct WireRecorder: RouterMiddleware {
    typealias Context = ServiceContext

    let log: WireLog

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        guard let exchange = exchange(for: request) else { return try await next(request, context) }
        var request = request
        exchange.arrived(request, body: try await request.keepBody())
        var response = try await Exchange.$current.withValue(exchange) { try await next(request, context) }
        exchange.answered(response, body: try await response.keepBody())
        return response
    }

    private func exchange(for request: Request) -> Exchange? {
        guard let name = Self.channel.flatMap({ request.headers[$0] }).flatMap(ChannelName.init),
            let number = Self.exchange.flatMap({ request.headers[$0] }).flatMap({ Int($0) }),
            let channel = log.channel(name)
        else { return nil }
        return Exchange(number, on: channel)
    }

    private static let channel = HTTPField.Name("Workbook-Channel")
    private static let exchange = HTTPField.Name("Workbook-Exchange")
}

extension Request {
    /// The body, which can still be read afterwards; nil, and untouched, if it is large or of unknown length.
    fileprivate mutating func keepBody() async throws -> ByteBuffer? {
        guard headers[.transferEncoding] == nil else { return nil }
        guard let length = Int(headers[.contentLength] ?? "0"), length <= Shown.largestBody else { return nil }
        let bytes = try await body.collect(upTo: Shown.largestBody)
        body = .init(buffer: bytes)
        return bytes
    }
}

extension Response {
    /// The body, which will still be sent; nil, and untouched, if it is large or of unknown length.
    fileprivate mutating func keepBody() async throws -> ByteBuffer? {
        guard let length = body.contentLength, length <= Shown.largestBody else { return nil }
        let collector = BodyCollector()
        try await body.write(collector)
        let bytes = collector.bytes
        body = .init(byteBuffer: bytes)
        return bytes
    }
}
