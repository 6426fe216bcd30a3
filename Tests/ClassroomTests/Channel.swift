import Foundation
import TestSupport
import Tokens

/// A page's channel, for tests that stand in for the page.
struct Channel {
    let name: String

    init() {
        var generator = SystemRandomNumberGenerator()
        name = Base64URL.encode((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// The request as the page would send it.
    func request(_ request: Request, number: Int) -> Request {
        request.header("Workbook-Channel", name).header("Workbook-Exchange", "\(number)")
    }

    /// Opens the stream of the channel.
    ///
    /// - Parameter last: the number of the last event that was seen.
    func listen(to api: ServerLesson, after last: Int = 0) throws -> Listener {
        let listener = Listener(try RawConnection(to: api.base))
        let request = """
            GET /workbook/wire/\(name) HTTP/1.1\r
            Host: 127.0.0.1\r
            Last-Event-ID: \(last)\r
            \r

            """
        listener.connection.transmit(Array(request.utf8))
        return listener
    }
}

/// Whoever reads a stream of events.
final class Listener {
    let connection: RawConnection
    private(set) var heard = ""

    init(_ connection: consuming RawConnection) { self.connection = connection }

    /// Reads until this has been heard; false if it has not within ten seconds.
    func hears(_ text: String) async -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        while !heard.contains(text) {
            guard ContinuousClock.now < deadline else { return false }
            heard += String(decoding: connection.receiveNow(), as: UTF8.self)
            await Task.yield()
        }
        return true
    }

    /// The data of each event so far.
    var events: [JSONObject] {
        heard.split(separator: "\n").filter { $0.hasPrefix("data: ") }
            .compactMap { try? JSONObject(parsing: Array($0.dropFirst(6).utf8)) }
    }
}
