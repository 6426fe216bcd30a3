#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file descriptor with one owner, closed when the owner lets go of it, and never inherited by chance.
struct Descriptor: ~Copyable, Sendable {
    /// -1, which `poll` passes over, once it is closed.
    private(set) var number: Int32

    /// Takes over an open descriptor, moved above the three standard ones so that a child's can be set up in any order.
    init(owning number: Int32) {
        if number <= STDERR_FILENO {
            self.number = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
            closeNumber(number)
        } else {
            self.number = number
            _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit { closeNumber(number) }

    mutating func close() {
        closeNumber(number)
        number = -1
    }

    /// A file without a name: it goes when its last descriptor is closed.
    static func temporaryFile() -> Descriptor? {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array("\(folder.isEmpty ? "/tmp" : folder)/workbook.XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { return nil }
        unlink(template)
        _ = fcntl(number, F_SETFL, O_APPEND)
        return Descriptor(owning: number)
    }

    /// A second descriptor of the same open file.
    func copy() -> Descriptor? {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
        return copy >= 0 ? Descriptor(owning: copy) : nil
    }

    /// All bytes of a file, wherever its writers are.
    func contents() -> [UInt8] {
        let size = max(0, Int(lseek(number, 0, SEEK_END)))
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = pread(number, buffer.baseAddress?.advanced(by: filled), size - filled, off_t(filled))
                guard count > 0 else { return }
                filled += count
            }
        }
    }

    func doNotBlock() {
        _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
    }
}

private func closeNumber(_ number: Int32) {
    if number >= 0 { _ = close(number) }
}

/// The two ends of a pipe.
struct Pipe: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        reading = Descriptor(owning: ends[0])
        writing = Descriptor(owning: ends[1])
    }
}
