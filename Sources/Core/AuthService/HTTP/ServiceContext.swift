package import Hummingbird

/// What is known of a request besides the request itself.
package struct ServiceContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address that the request comes from: that of the connection, or what a trusted proxy says of it; see
    /// ``ForwardedAddress``.
    package internal(set) var address: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// The most bytes that a body may have.
    package static let largestBody = 16 * 1024
    package var maxUploadSize: Int { Self.largestBody }
}
