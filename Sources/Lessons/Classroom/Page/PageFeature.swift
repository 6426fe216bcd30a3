import AuthService
import HTTPTypes
import Hummingbird
import LessonPage
import Tokens

/// `GET /`: the client of this lesson, with what it needs beneath `/workbook`, for browsers on this machine alone.
struct PageFeature: Feature {
    let facts: LessonFacts
    let log: WireLog

    func routes(with parts: ServiceParts) -> [Route] {
        let files = PageFile.all.map { file in
            local("/workbook/\(file.name)", parts) { _, _ in .file(file.bytes, type: file.mediaType) }
        }
        return files + [
            local("/", parts) { _, authority in
                .file(PageFile.page(facts.words(at: authority)), type: "text/html; charset=utf-8")
            },
            local("/workbook/lesson", parts) { _, _ in
                .json(.ok, facts.answer(with: parts), headers: PageHeaders.all)
            },
            // The channel's name stands in the path because EventSource sends no headers of our choice. It opens
            // nothing but this stream: to the API it means nothing.
            Route(.get, "/workbook/wire/{channel}") { request, context in
                guard LocalVisitor.isExpected(request, parts.settings), LocalVisitor.isOurPage(request) else {
                    return LocalVisitor.refusal
                }
                guard let name = context.parameters.get("channel").flatMap(ChannelName.init) else {
                    throw ServiceError.notFound
                }
                return try log.open(name).stream(after: request.lastEvent)
            },
        ]
    }

    /// An endpoint for browsers on this machine.
    ///
    /// - Parameter answer: is given the host and port that the browser asked for.
    private func local(
        _ path: String, _ parts: ServiceParts, _ answer: @escaping @Sendable (Request, String) -> Response
    ) -> Route {
        Route(.get, path) { request, _ in
            guard LocalVisitor.isExpected(request, parts.settings) else { return LocalVisitor.refusal }
            return answer(request, request.head.authority ?? "")
        }
    }
}

extension Response {
    fileprivate static func file(_ bytes: [UInt8], type: String) -> Response {
        var headers = PageHeaders.all
        headers[.contentType] = type
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Request {
    /// The number of the last event that this reader of a stream has seen; 0 if it has seen none.
    fileprivate var lastEvent: Int {
        HTTPField.Name("Last-Event-ID").flatMap { headers[$0] }.flatMap { Int($0) } ?? 0
    }
}
