import Foundation
import Hummingbird
import Tokens

/// One request of a page and its answer, told to its channel as they happen.
struct Exchange: Sendable {
    /// The one that is being answered by this task; nil for requests that nobody watches.
    @TaskLocal static var current: Exchange?

    private let channel: WireChannel
    /// The number that the page has given to the request.
    private let number: Int
    private let began: Date

    init(_ number: Int, on channel: WireChannel) {
        (self.channel, self.number, began) = (channel, number, channel.now())
    }

    /// Tells of the request.
    ///
    /// - Parameter body: nil if it was not kept.
    func arrived(_ request: Request, body: ByteBuffer?) {
        note(
            .request,
            [
                .init("at", .integer(Int(began.timeIntervalSince1970 * 1_000))),
                .init("method", .string(request.method.rawValue)),
                .init("path", .string(request.uri.path + (request.uri.query == nil ? "" : "?…"))),
                .init("headers", Shown.headers(request.headers, host: request.head.authority)),
                .init("body", Shown.body(body)),
            ])
    }

    /// Tells that the service has taken a step.
    ///
    /// - Parameters:
    ///   - start: when it was begun.
    ///   - passed: whether the request may go on.
    func took(_ step: WireStep, since start: Date, passed: Bool) {
        note(
            .step,
            [
                .init("step", .string(step.rawValue)), .init("passed", .boolean(passed)),
                .init("milliseconds", milliseconds(since: start)),
            ])
    }

    /// Tells of the answer.
    ///
    /// - Parameter body: nil if it was not kept.
    func answered(_ response: Response, body: ByteBuffer?) {
        note(
            .response,
            [
                .init("milliseconds", milliseconds(since: began)),
                .init("status", .integer(response.status.code)),
                .init("reason", .string(response.status.reasonPhrase)),
                .init("headers", Shown.headers(response.headers, host: nil)),
                .init("body", Shown.body(body)),
            ])
    }

    /// The time, for durations.
    var now: Date { channel.now() }

    private func note(_ kind: WireEvent.Kind, _ members: [JSONObject.Member]) {
        channel.note(kind, JSONObject([.init("exchange", .integer(number))] + members))
    }

    /// With one place after the point.
    private func milliseconds(since start: Date) -> JSONValue {
        .number((now.timeIntervalSince(start) * 10_000).rounded() / 10)
    }
}
