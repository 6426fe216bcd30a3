import NIOCore
import NIOHTTPTypes

/// Closes a connection on which a request has not ended some time after it began, or on which nobody takes the answers.
///
/// Whoever sends a body a byte at a time would else keep a connection, and a place in the memory, for as long as they
/// like: an attack that needs one telephone ("slowloris"). Whether anybody reads the body makes no difference here. Nor
/// does the direction: one can also ask a thousand times, and read none of it.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let limit: TimeAmount
    private var arrival: Scheduled<Void>?
    private var departure: Scheduled<Void>?

    /// - Parameter limit: the time from the end of the headers to the end of the body; and the time for which more may
    ///   wait to be sent than the channel will take.
    init(_ limit: TimeAmount) {
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: arrival = closing(context)
        case .body: break
        case .end: cancel(&arrival)
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        cancel(&departure)
        if !context.channel.isWritable { departure = closing(context) }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancelAll()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { cancelAll() }

    private func closing(_ context: ChannelHandlerContext) -> Scheduled<Void> {
        let connection = context.channel
        return context.eventLoop.scheduleTask(in: limit) { connection.close(promise: nil) }
    }

    private func cancelAll() {
        cancel(&arrival)
        cancel(&departure)
    }

    private func cancel(_ scheduled: inout Scheduled<Void>?) {
        scheduled?.cancel()
        scheduled = nil
    }
}
