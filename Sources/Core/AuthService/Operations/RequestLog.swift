import HTTPTypes
package import Hummingbird
import Logging

/// Writes one line for each request that was answered, and says in the header `X-Request-Id` under which id: the same
/// that stands in all other lines about it.
///
/// What is in a query, a header or a body is not logged: secrets travel there.
package struct RequestLog: RouterMiddleware {
    package typealias Context = ServiceContext

    package init() {}

    package func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response = try await next(request, context)
        if let name = HTTPField.Name("X-Request-Id") { response.headers[name] = context.id }
        let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        // Questions of an engine come every few seconds, and say nothing as long as all is well.
        let isRoutine = response.status == .ok && ["/healthz", "/readyz"].contains(request.uri.path)
        context.logger.log(
            level: isRoutine ? .debug : .info, "Answered",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path)", "status": "\(response.status.code)",
                "milliseconds": "\(milliseconds)",
            ])
        return response
    }
}
