import Synchronization

/// Whether a server has begun to listen: what fails before is a matter of configuration.
final class Started: Sendable {
    private let noted = Mutex(false)

    func note() { noted.withLock { $0 = true } }

    var isNoted: Bool { noted.withLock(\.self) }
}
