package import Hummingbird
import Logging
import NIOHTTP1
package import Tokens

/// Turns every error into the one form of refusal, and says in the log what was our fault.
///
/// It stands outside all other middleware of the service, so that nothing escapes it: neither an unknown path nor a
/// wrong method, neither an error of the framework nor one of the database.
package struct ErrorMiddleware: RouterMiddleware {
    package typealias Context = ServiceContext

    private let table: RouteTable
    private let body: @Sendable (ServiceError, any Error) -> JSONObject

    /// - Parameters:
    ///   - table: the paths that exist and their methods.
    ///   - body: what stands in the body of a refusal.
    package init(_ table: RouteTable, body: @escaping @Sendable (ServiceError, any Error) -> JSONObject) {
        (self.table, self.body) = (table, body)
    }

    package func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            guard let methods = table.methods(at: request.uri.path) else { throw ServiceError.notFound }
            guard methods.contains(request.method) else { throw ServiceError.methodNotAllowed(allowed: methods) }
            return try await next(request, context)
        } catch let error as HTTPParserError {
            // The bytes are no HTTP: the server answers 400 by itself and closes the connection.
            throw error
        } catch {
            // region refuse
            let refusal = ServiceError(error)
            report(refusal, error, context)
            let response = Response.json(refusal.status, body(refusal, error), headers: refusal.headers)
            // endregion refuse
            return request.method == .head ? response.createHeadResponse() : response
        }
    }

    private func report(_ refusal: ServiceError, _ error: any Error, _ context: ServiceContext) {
        switch refusal {
        case .internal, .unavailable:
            let cause = (error as? Refused)?.cause ?? error
            context.logger.error("Failed", metadata: ["cause": "\(String(reflecting: type(of: cause))): \(cause)"])
        case .invalidToken(let cause):
            context.logger.info("Refused a token", metadata: ["cause": "\(cause)"])
        case .tokenExpired, .tokenRevoked, .wrongTokenType, .freshTokenRequired:
            context.logger.info("Refused a token", metadata: ["cause": "\(refusal.code)"])
        case .overloaded:
            context.logger.warning("Overloaded: the queue for hashing is full")
        default:
            context.logger.debug("Refused", metadata: ["code": "\(refusal.code)"])
        }
    }
}
