#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A lock that processes share by a file: whoever holds it lets go when this object is gone, or when the process ends.
package struct FileLock: ~Copyable {
    let descriptor: Descriptor

    /// Waits until nobody else holds it. Nil if the file cannot be opened.
    package init?(waitingFor path: String) {
        guard let descriptor = Self.open(path) else { return nil }
        while flock(descriptor.number, LOCK_EX) != 0 { guard errno == EINTR else { return nil } }
        self.descriptor = descriptor
    }

    /// Nil if somebody else holds it, or if the file cannot be opened.
    package init?(ifFree path: String) {
        guard let descriptor = Self.open(path), flock(descriptor.number, LOCK_EX | LOCK_NB) == 0 else { return nil }
        self.descriptor = descriptor
    }

    /// Whether somebody holds it now.
    package static func isHeld(_ path: String) -> Bool {
        guard let descriptor = open(path) else { return false }
        return flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private static func open(_ path: String) -> Descriptor? {
        let number = openFile(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        return number < 0 ? nil : Descriptor(owning: number)
    }
}

/// `open(2)`, which a method of that name would hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }
