import Foundation
package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import Users

/// The service as a server: features put behind one router, with the limits that every server needs.
package struct ServiceApplication: Sendable {
    /// What stands outside everything else, the answer to an error included.
    package typealias Outermost = any MiddlewareProtocol<Request, Response, ServiceContext>

    private let parts: ServiceParts
    private let routes: [Route]
    private let outermost: [Outermost]

    /// - Parameters:
    ///   - features: what the service can do.
    ///   - outermost: middleware of the program that runs the service.
    package init(
        _ parts: ServiceParts, features: [any Feature], outermost: [Outermost] = []
    ) {
        (self.parts, self.outermost) = (parts, outermost)
        routes = features.flatMap { $0.routes(with: parts) }
    }

    /// Serves until SIGTERM or SIGINT arrives, then answers what was begun, closes the database and returns.
    ///
    /// - Parameters:
    ///   - listening: is called with the port as soon as connections are accepted.
    /// - Throws: ``SettingsError`` if nothing can listen there.
    package func run(logger: Logger, listening: @escaping @Sendable (Int) async -> Void) async throws {
        logger.info("Configured", metadata: parts.settings.metadata)
        if parts.settings.scryptCost.isForTests {
            logger.warning("SCRYPT_LOG2_N is below 14: who steals the database guesses its passwords cheaply")
        }
        // A file that has reached the size it may have is a full disk: an error to answer with, not the end.
        signal(SIGXFSZ, SIG_IGN)
        let started = Started()
        let application = Application(
            responder: router.buildResponder(),
            server: .http1(configuration: Self.limits),
            configuration: .init(address: .hostname(parts.settings.host, port: parts.settings.port), backlog: 1024),
            onServerRunning: {
                started.note()
                await listening($0.localAddress?.port ?? parts.settings.port)
            },
            logger: logger)
        do {
            try await parts.steps.operations.run(application, with: parts, logger: logger)
        } catch {
            guard !started.isNoted else { throw error }
            let address = "\(parts.settings.host), port \(parts.settings.port)"
            throw SettingsError("HOST", "and PORT are \(address): nothing can listen there. Is the port in use?")
        }
    }

    private var router: Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: LastAnswer())
        router.add(middleware: ForwardedAddress(trusting: parts.settings.trustedProxies))
        for middleware in outermost { router.add(middleware: middleware) }
        router.add(
            middleware: ErrorMiddleware(RouteTable(routes)) { [steps = parts.steps.register] in
                steps.body(of: $0, cause: $1)
            })
        for route in routes { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
        return router
    }

    /// A connection on which no request begins for half a minute is closed, and one on which a request has not ended ten
    /// seconds after it began, or answers are not taken for as long; headers have room for the largest token.
    private static var limits: HTTP1Channel.Configuration {
        .init(
            additionalChannelHandlers: [RequestDeadline(.seconds(10))],
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
    }
}
