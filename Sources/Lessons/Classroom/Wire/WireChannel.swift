import Foundation
import Synchronization
import Tokens

/// What one page sees: the latest events, and the one reader to whom they go.
final class WireChannel: Sendable {
    private static let mostEvents = 200
    private static let mostBytes = 512 * 1024

    let now: @Sendable () -> Date
    private let state: Mutex<State>

    private struct State {
        var events: [WireEvent] = []
        var count = 0
        var reader: (id: Int, continuation: AsyncStream<WireEvent>.Continuation)?
        var readers = 0
        /// When the last reader left; before the first one, when the channel was made.
        var deserted: Date

        /// Bytes of all events that are kept.
        var size: Int { events.map(\.data.utf8.count).reduce(0, +) }
    }

    init(now: @escaping @Sendable () -> Date) {
        self.now = now
        state = Mutex(State(deserted: now()))
    }

    /// Whether nobody has listened since then.
    func isDeserted(since moment: Date) -> Bool { state.withLock { $0.reader == nil && $0.deserted < moment } }

    /// Keeps an event, and passes it on if somebody listens.
    func note(_ kind: WireEvent.Kind, _ data: JSONObject) {
        state.withLock { state in
            state.count += 1
            let event = WireEvent(number: state.count, kind: kind, data: data.json)
            state.events.append(event)
            while state.events.count > Self.mostEvents || state.size > Self.mostBytes { state.events.removeFirst() }
            state.reader?.continuation.yield(event)
        }
    }

    /// The events after this one: those that were kept, then each as it happens. Whoever listened before is cut off.
    func listen(after number: Int) -> AsyncStream<WireEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: WireEvent.self, bufferingPolicy: .bufferingNewest(2 * Self.mostEvents))
        let (id, before) = state.withLock { state in
            let before = state.reader?.continuation
            state.readers += 1
            state.reader = (state.readers, continuation)
            for event in state.events where event.number > number { continuation.yield(event) }
            return (state.readers, before)
        }
        continuation.onTermination = { [weak self] _ in self?.left(id) }
        // Not under the lock: this calls `left`, which takes it.
        before?.finish()
        return stream
    }

    /// Tells the reader that the connection lives.
    func beat() { state.withLock { _ = $0.reader?.continuation.yield(.heartbeat) } }

    private func left(_ id: Int) {
        let now = now()
        state.withLock { state in
            guard state.reader?.id == id else { return }
            (state.reader, state.deserted) = (nil, now)
        }
    }
}
