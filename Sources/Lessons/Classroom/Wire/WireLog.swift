import AuthService
import Foundation
import Synchronization

/// What the pages of this server may see of its requests: each its own, as it happens.
///
/// A page makes up a random name, its channel, opens the stream of that name and sends the name with every request.
/// Requests without it are never looked at. What is kept is bounded: so many channels, so much in each, and a channel
/// that nobody has listened to for a while is forgotten.
final class WireLog: Sendable {
    private static let mostChannels = 16
    /// Seconds for which a channel outlives its last listener: long enough to connect again.
    private static let memory: TimeInterval = 60

    private let now: @Sendable () -> Date
    private let channels = Mutex<[ChannelName: WireChannel]>([:])

    init(now: @escaping @Sendable () -> Date) {
        self.now = now
    }

    /// The channel with this name, made if it is new.
    ///
    /// - Throws: ``ServiceError/overloaded(retryAfter:)`` if too many pages are open.
    func open(_ name: ChannelName) throws -> WireChannel {
        try channels.withLock { channels in
            forget(in: &channels)
            if let channel = channels[name] { return channel }
            guard channels.count < Self.mostChannels else { throw ServiceError.overloaded(retryAfter: 30) }
            let channel = WireChannel(now: now)
            channels[name] = channel
            return channel
        }
    }

    /// The channel with this name, if somebody has opened it.
    func channel(_ name: ChannelName) -> WireChannel? {
        channels.withLock { channels in
            forget(in: &channels)
            return channels[name]
        }
    }

    private func forget(in channels: inout [ChannelName: WireChannel]) {
        let oldest = now().addingTimeInterval(-Self.memory)
        channels = channels.filter { !$0.value.isDeserted(since: oldest) }
    }
}

/// The name of a channel: 256 random bits in base64url, so that nobody guesses another page's.
struct ChannelName: Hashable, Sendable {
    private let text: String

    init?(_ text: String) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Self.isAllowed) else { return nil }
        self.text = text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
