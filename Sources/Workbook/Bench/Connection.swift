import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A connection to a server on this machine that is kept open: one request after the other, and the time that each took.
///
/// It is as plain as can be. Load generator and server share the cores, and what the one uses is not there for the
/// other.
final class Connection {
    private let descriptor: Int32
    private var received: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 16 * 1024)

    /// - Throws: ``Trouble`` if nobody listens there.
    init(port: Int) throws {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var one: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, length) == 0 }
        }
        guard isConnected else {
            close(descriptor)
            throw Trouble("nobody listens on port \(port)")
        }
    }

    deinit { close(descriptor) }

    /// Sends a request and waits for the whole answer.
    ///
    /// - Throws: ``Trouble`` if the connection ends before.
    func exchange(_ request: [UInt8]) throws -> Answer {
        guard send(descriptor, request, request.count, Self.quiet) == request.count else {
            throw Trouble("the connection was closed")
        }
        received.removeAll(keepingCapacity: true)
        while true {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { throw Trouble("the connection was closed in the middle of an answer") }
            received += chunk[..<count]
            if let answer = Answer(received) { return answer }
        }
    }

    /// A peer that is gone is an answer, not a signal.
    private static var quiet: Int32 {
        #if canImport(Darwin)
            0
        #else
            Int32(MSG_NOSIGNAL)
        #endif
    }
}

/// Why nothing can be measured.
struct Trouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
