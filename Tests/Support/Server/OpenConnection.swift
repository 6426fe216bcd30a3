import Foundation
import Synchronization

/// A connection that stays open: a request on it is at the server at once, so that two can be under way together.
package final class OpenConnection {
    private let base: String
    private var connection: RawConnection
    private var received: [UInt8] = []

    /// - Parameter base: the server, such as `http://127.0.0.1:41234`.
    /// - Throws: ``CannotStart`` if nobody listens there.
    package init(to base: String) throws {
        self.base = base
        connection = try RawConnection(to: base)
    }

    /// Whether a request may be sent over it: the server has not closed it, and has said nothing unasked.
    var isUsable: Bool { received.isEmpty && !connection.isClosed }

    /// Connects anew if the server has closed the connection meanwhile, since nothing came over it for too long.
    package func warmUp() throws {
        if connection.isClosed { connection = try RawConnection(to: base) }
    }

    package func send(_ request: Request) { connection.transmit(request.wire(to: base)) }

    /// The next answer; nil if the server is gone, or says nothing for as long as this. (A busy one has many logins
    /// before ours.)
    package func answer(to request: Request, within patience: Duration = .seconds(60)) -> RawAnswer? {
        let deadline = ContinuousClock.now + patience
        while true {
            let isEnded = connection.isClosed
            if let answer = RawAnswer(takenFrom: &received, to: request.method, isEnded: isEnded) { return answer }
            guard !isEnded, ContinuousClock.now < deadline else { return nil }
            received += connection.receive()
        }
    }
}

/// Connections that wait for their next request, so that not every request has to make one.
enum IdleConnections {
    private static let idle = Mutex<[String: [Kept]]>([:])

    /// Only one holds it at a time, while it is here or in use.
    private struct Kept: @unchecked Sendable { let connection: OpenConnection }

    /// Sends the request over a connection that nobody else uses meanwhile, and waits for its answer.
    ///
    /// - Returns: nil if none came.
    /// - Throws: ``CannotStart`` if nobody listens there.
    static func exchange(_ request: Request, with base: String, within patience: Duration) throws -> RawAnswer? {
        let kept = idle.withLock { idle -> Kept? in
            while let next = idle[base]?.popLast() { if next.connection.isUsable { return next } }
            return nil
        }
        let connection = try kept?.connection ?? OpenConnection(to: base)
        connection.send(request)
        let answer = connection.answer(to: request, within: patience)
        if answer != nil, connection.isUsable {
            let kept = Kept(connection: connection)
            idle.withLock { $0[base, default: []].append(kept) }
        }
        return answer
    }
}
