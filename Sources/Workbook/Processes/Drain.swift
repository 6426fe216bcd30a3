#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What arrives from one stream of a program.
struct Drain: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private(set) var descriptor: Descriptor

    init(from descriptor: consuming Descriptor) {
        descriptor.doNotBlock()
        self.descriptor = descriptor
    }

    /// Reads what is there, up to the limit, and closes the stream at its end.
    mutating func read(limit: Int) {
        while descriptor.number >= 0, bytes.count <= limit {
            let open = descriptor.number
            var count = 0
            bytes.append(
                contentsOf: [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
                    count = readSome(open, buffer.baseAddress, buffer.count)
                    filled = max(0, count)
                })
            if count > 0 || count < 0 && errno == EINTR { continue }
            if count < 0 && errno == EAGAIN { return }
            descriptor.close()
        }
    }
}

/// Both streams of a program.
struct Drains: ~Copyable {
    private(set) var output: Drain
    private(set) var errors: Drain
    private let limit: Int

    init(output: consuming Descriptor, errors: consuming Descriptor, limit: Int) {
        self.output = Drain(from: output)
        self.errors = Drain(from: errors)
        self.limit = limit
    }

    var isDone: Bool { output.descriptor.number < 0 && errors.descriptor.number < 0 }
    var overflowed: Bool { output.bytes.count > limit || errors.bytes.count > limit }

    mutating func read() {
        output.read(limit: limit)
        errors.read(limit: limit)
    }
}

/// `read(2)`, which a method of that name would hide.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
