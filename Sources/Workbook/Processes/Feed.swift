#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes on their way into a program's standard input.
struct Feed: ~Copyable {
    private var rest: ArraySlice<UInt8>
    private(set) var descriptor: Descriptor

    init(_ bytes: [UInt8], into descriptor: consuming Descriptor) {
        descriptor.doNotBlock()
        rest = bytes[...]
        self.descriptor = descriptor
    }

    /// Writes what fits now, and closes the stream at the end or when nobody reads any more.
    mutating func write() {
        while descriptor.number >= 0 {
            guard !rest.isEmpty else { return descriptor.close() }
            let (count, error) = writeQuietly(rest, to: descriptor.number)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if error == EAGAIN {
                return
            } else if error != EINTR {
                descriptor.close()
            }
        }
    }
}

/// Writes without the signal that would end this process when nobody reads.
private func writeQuietly(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> (count: Int, error: Int32) {
    var brokenPipe = sigset_t()
    var before = sigset_t()
    sigemptyset(&brokenPipe)
    sigaddset(&brokenPipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    let error = errno
    if count < 0, error == EPIPE, sigismember(&before, SIGPIPE) == 0 {
        // It waits for this thread now: take it away before it is let through.
        var waiting = sigset_t()
        sigpending(&waiting)
        var taken: Int32 = 0
        if sigismember(&waiting, SIGPIPE) == 1 { sigwait(&brokenPipe, &taken) }
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return (count, error)
}
