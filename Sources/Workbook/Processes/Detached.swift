import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Program {
    /// Starts the program and leaves it alone: it leads a session of its own, which neither Ctrl-C nor the end of the
    /// terminal or of this process reaches. There is nothing for it to read, and what it writes is lost.
    ///
    /// - Parameter lock: it holds this as long as it lives, from its first moment on: the lock's file is its standard
    ///   input.
    /// - Returns: the number of the process.
    package func startDetached(holding lock: consuming FileLock) throws(StartFailure) -> Int32 {
        let number = openFile("/dev/null", O_WRONLY)
        guard number >= 0 else { throw StartFailure(self, code: errno) }
        let nothing = Descriptor(owning: number)
        return try spawn(
            input: lock.descriptor.number, output: nothing.number, errors: nothing.number, group: .session)
    }
}

/// Asks a program to end that leads a session of its own, as a detached one does. Any other is left alone.
package func endDetached(_ leader: Int32) {
    if leader > 1, getsid(leader) == leader { kill(leader, SIGTERM) }
}

/// Kills what is left of the session that a detached program led: SwiftPM, killed, leaves compilers behind in groups of
/// their own. Only Linux tells who belongs to a session.
package func killSession(of leader: Int32) {
    #if os(Linux)
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
        for process in processes where leader > 1 && getsid(process) == leader { kill(process, SIGKILL) }
    #endif
}

/// `open(2)`, which a method of that name would hide.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
