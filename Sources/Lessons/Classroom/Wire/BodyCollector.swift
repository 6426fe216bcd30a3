import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Takes down the body of an answer instead of sending it.
final class BodyCollector: ResponseBodyWriter {
    private let collected = Mutex(ByteBuffer())

    var bytes: ByteBuffer { collected.withLock(\.self) }

    func write(_ buffer: ByteBuffer) {
        collected.withLock { _ = $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) {}
}
