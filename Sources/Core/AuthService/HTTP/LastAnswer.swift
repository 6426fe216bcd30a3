import HTTPTypes
package import Hummingbird

/// Says `Connection: close` in the answer to a request that said so (RFC 9112 §9.6).
///
/// The server closes its side of such a connection without a word. A client that had meant the next request for it
/// would wait for an answer that never comes.
package struct LastAnswer: RouterMiddleware {
    package typealias Context = ServiceContext

    package func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if request.headers[.connection]?.lowercased() == "close" { response.headers[.connection] = "close" }
        return response
    }
}
