import NIOCore

/// Something that happened to a request, in the form of server-sent events.
struct WireEvent: Sendable {
    enum Kind: String, Sendable {
        /// A request has arrived.
        case request
        /// The service has taken a step on the way to the answer.
        case step
        /// The answer is about to be sent.
        case response
        /// Nothing, so that both sides notice when the other is gone.
        case heartbeat
    }

    let number: Int
    let kind: Kind
    /// One line of JSON.
    let data: String

    static let heartbeat = WireEvent(number: 0, kind: .heartbeat, data: "")

    var bytes: ByteBuffer {
        guard kind != .heartbeat else { return ByteBuffer(string: ": still here\n\n") }
        return ByteBuffer(string: "id: \(number)\nevent: \(kind.rawValue)\ndata: \(data)\n\n")
    }
}
