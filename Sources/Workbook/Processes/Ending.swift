#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How a program ended.
package enum Ending: Hashable, Sendable {
    /// It returned this exit status.
    case exited(Int32)
    /// This signal ended it.
    case signalled(Int32)

    /// Whether it ended with exit status 0.
    package var isSuccess: Bool { self == .exited(0) }

    /// One number for both cases, as a shell reports it: a signal counts from 128.
    package var status: Int32 {
        switch self {
        case .exited(let status): status
        case .signalled(let signal): 128 + signal
        }
    }

    /// Reads what `waitpid` has stored.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7f
        self = signal == 0 ? .exited((waitStatus >> 8) & 0xff) : .signalled(signal)
    }
}

extension Ending: CustomStringConvertible {
    package var description: String {
        switch self {
        case .exited(let status): "exit status \(status)"
        case .signalled(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }
}
