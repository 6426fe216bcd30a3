import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A plain TCP connection to a lesson's server, for bytes that no HTTP library would send.
package struct RawConnection: ~Copyable {
    private let descriptor: Int32

    /// - Parameters:
    ///   - base: the server, such as `http://127.0.0.1:41234`.
    ///   - source: the address that it comes from, such as `127.0.0.2`; nil leaves it to the system.
    /// - Throws: ``CannotStart`` if nobody listens there, or the source is no address of this machine.
    package init(to base: String, from source: String? = nil) throws {
        descriptor = try Self.open(base, source)
    }

    private static func open(_ base: String, _ source: String?) throws -> Int32 {
        guard let url = URL(string: base), let host = url.host(), let port = url.port else {
            throw CannotStart("\(base) has no host and port.")
        }
        var hints = addrinfo()
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = found else {
            throw CannotStart("\(host) cannot be resolved.")
        }
        defer { freeaddrinfo(found) }
        let descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype, 0)
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        if let source, !isBound(descriptor, to: source) {
            close(descriptor)
            throw CannotStart("\(source) is no address of this machine.")
        }
        guard connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 else {
            close(descriptor)
            throw CannotStart("nobody listens at \(base).")
        }
        return descriptor
    }

    private static func isBound(_ descriptor: Int32, to source: String) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return inet_pton(AF_INET, source, &address.sin_addr) == 1
            && withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
            }
    }

    deinit { close(descriptor) }

    /// Sends the bytes and returns all that comes back until the server closes, falls silent for ten seconds or has
    /// sent 64 KiB.
    package func exchange(_ bytes: [UInt8]) -> [UInt8] {
        transmit(bytes)
        shutdown(descriptor, Int32(SHUT_WR))
        var received: [UInt8] = []
        while received.count < 65_536 {
            let more = receive(0)
            guard !more.isEmpty else { break }
            received += more
        }
        return received
    }

    /// Sends the bytes and waits for nothing.
    package func transmit(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, Self.quiet)
            }
            guard count > 0 else { break }
            sent += count
        }
    }

    /// Sends as much of the bytes as the connection takes at once.
    ///
    /// - Returns: how many that were; nil if the other side has hung up.
    package func transmitNow(_ bytes: ArraySlice<UInt8>) -> Int? {
        let count = bytes.withUnsafeBytes {
            send(descriptor, $0.baseAddress, $0.count, Self.quiet | Int32(MSG_DONTWAIT))
        }
        return count >= 0 ? count : [EAGAIN, EWOULDBLOCK].contains(errno) ? 0 : nil
    }

    /// The next bytes that arrive; empty if the server closes or falls silent for ten seconds.
    package func receive() -> [UInt8] { receive(0) }

    /// What has arrived until now and was not received before; empty if nothing has.
    package func receiveNow() -> [UInt8] { receive(Int32(MSG_DONTWAIT)) }

    /// Whether the other side has closed the connection, with nothing left to receive.
    package var isClosed: Bool {
        var byte: UInt8 = 0
        let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
        return count == 0 || (count < 0 && ![EAGAIN, EWOULDBLOCK].contains(errno))
    }

    private func receive(_ flags: Int32) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &buffer, buffer.count, flags)
        return Array(buffer.prefix(max(0, count)))
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
