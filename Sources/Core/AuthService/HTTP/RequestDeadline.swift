import NIOCore
import NIOHTTPTypes

/// Closes a connection on which a request has not ended some time after it began.
///
/// Whoever sends a body a byte at a time would else keep a connection, and a place in the memory, for as long as they
/// like: an attack that needs one telephone ("slowloris"). Whether anybody reads the body makes no difference here.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let limit: TimeAmount
    private var scheduled: Scheduled<Void>?

    /// - Parameter limit: the time from the end of the headers to the end of the body.
    init(_ limit: TimeAmount) {
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            let connection = context.channel
            scheduled = context.eventLoop.scheduleTask(in: limit) { connection.close(promise: nil) }
        case .body: break
        case .end: cancel()
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancel() }

    private func cancel() {
        scheduled?.cancel()
        scheduled = nil
    }
}
