package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals
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

    /// Serves until SIGTERM or SIGINT arrives, then answers what was begun and returns.
    ///
    /// - Parameters:
    ///   - listening: is called with the port as soon as connections are accepted.
    /// - Throws: what keeps it from listening.
    package func run(logger: Logger, listening: @escaping @Sendable (Int) async -> Void) async throws {
        logger.info("Configured", metadata: parts.settings.metadata)
        let application = Application(
            responder: router.buildResponder(),
            server: .http1(configuration: Self.limits),
            configuration: .init(address: .hostname(parts.settings.host, port: parts.settings.port), backlog: 1024),
            onServerRunning: { await listening($0.localAddress?.port ?? parts.settings.port) },
            logger: logger)
        // Services stop in the opposite order: first nothing more is hashed, then no connection is accepted.
        var configuration = ServiceGroupConfiguration(
            services: [application, ClosingTime(hashing: parts.hashing)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        defer { parts.database.close() }
        try await ServiceGroup(configuration: configuration).run()
    }

    private var router: Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: LastAnswer())
        for middleware in outermost { router.add(middleware: middleware) }
        router.add(
            middleware: ErrorMiddleware(RouteTable(routes)) { [steps = parts.steps.register] in
                steps.body(of: $0, cause: $1)
            })
        for route in routes { router.on(RouterPath(route.path), method: route.method, use: route.handler) }
        return router
    }

    /// A connection on which nothing arrives for half a minute is closed; headers have room for the largest token.
    private static var limits: HTTP1Channel.Configuration {
        .init(
            idleTimeout: .seconds(30),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
    }
}
