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

    /// Sends all of the request but its last byte, which ``end(_:)`` takes.
    func begin(_ request: Request) -> [UInt8] {
        let bytes = request.wire(to: base)
        connection.transmit(Array(bytes.dropLast()))
        return Array(bytes.suffix(1))
    }

    func end(_ last: [UInt8]) { connection.transmit(last) }

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
        let connection = try take(to: base) ?? OpenConnection(to: base)
        connection.send(request)
        let answer = connection.answer(to: request, within: patience)
        if answer != nil { keep(connection, to: base) }
        return answer
    }

    /// Sends each request over a connection of its own, the last bytes of all of them in a row, and waits for the
    /// answers.
    ///
    /// The server has accepted every connection before: that takes longer than many a request, and what waits for it
    /// comes one after the other.
    ///
    /// - Returns: the answers in the order of the requests; nil for one that none came to.
    /// - Throws: ``CannotStart`` if nobody listens there.
    static func exchangeAtOnce(
        _ requests: [Request], with base: String, within patience: Duration
    ) throws -> [RawAnswer?] {
        let connections = try requests.map { _ in try take(to: base) ?? accepted(by: base, within: patience) }
        let lasts = zip(requests, connections).map { $1.begin($0) }
        for (connection, last) in zip(connections, lasts) { connection.end(last) }
        return zip(requests, connections).map { request, connection in
            let answer = connection.answer(to: request, within: patience)
            if answer != nil { keep(connection, to: base) }
            return answer
        }
    }

    /// A new connection that the server has answered something on.
    private static func accepted(by base: String, within patience: Duration) throws -> OpenConnection {
        let (connection, nothing) = (try OpenConnection(to: base), Request("GET", "/nothing"))
        connection.send(nothing)
        _ = connection.answer(to: nothing, within: patience)
        return connection
    }

    private static func take(to base: String) -> OpenConnection? {
        idle.withLock { idle -> Kept? in
            while let next = idle[base]?.popLast() { if next.connection.isUsable { return next } }
            return nil
        }?.connection
    }

    private static func keep(_ connection: OpenConnection, to base: String) {
        guard connection.isUsable else { return }
        let kept = Kept(connection: connection)
        idle.withLock { $0[base, default: []].append(kept) }
    }
}
