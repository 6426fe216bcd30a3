package import Hummingbird

/// One endpoint: a method, a path such as `/user/{id}`, and what answers there.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Request, ServiceContext) async throws -> Response

    package let method: HTTPRequest.Method
    package let path: String
    let handler: Handler

    package init(_ method: HTTPRequest.Method, _ path: String, _ handler: @escaping Handler) {
        (self.method, self.path, self.handler) = (method, path, handler)
    }
}
