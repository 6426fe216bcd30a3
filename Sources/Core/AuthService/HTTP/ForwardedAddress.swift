import HTTPTypes
package import Hummingbird

/// Finds out where a request comes from when a proxy stands in between.
///
/// A proxy writes the address that it was called from at the end of `X-Forwarded-For`; what stands before came from
/// outside, and anybody can write it. So the list is read from its end, and no further than trusted proxies wrote it.
package struct ForwardedAddress: RouterMiddleware {
    package typealias Context = ServiceContext

    private let trusted: [AddressRange]

    private static let header = HTTPField.Name("X-Forwarded-For")

    /// - Parameter trusted: whose word is believed; without any the header means nothing.
    package init(trusting trusted: [AddressRange]) {
        self.trusted = trusted
    }

    package func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        // region forwarded
        var context = context
        var told = Self.header.map { request.headers[values: $0].joined(separator: ",").split(separator: ",") } ?? []
        while trusted.contains(where: { $0.contains(context.address) }), let last = told.popLast() {
            let address = String(last.trimming { $0 == " " })
            guard AddressRange.isAddress(address) else { break }
            context.address = address
        }
        // endregion forwarded
        return try await next(request, context)
    }
}
