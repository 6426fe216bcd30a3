import ArgumentParser
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Asks for a line at the terminal and does not show what is typed.
///
/// Whatever ends it, Return, Ctrl-C, Ctrl-Z or a signal from elsewhere: first the terminal shows typing again.
enum HiddenPrompt {
    private static let arrived = Atomic<Int32>(0)
    private static let watched = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

    /// What is typed, up to Return or the end of the input.
    static func ask(_ question: String) throws -> [UInt8] {
        while true {
            arrived.store(0, ordering: .relaxed)
            let before = watched.map { number in
                (number, signal(number) { HiddenPrompt.arrived.store($0, ordering: .relaxed) })
            }
            let line = withoutEcho { () -> [UInt8] in
                FileHandle.standardError.write(Data(question.utf8))
                return readLine()
            }
            for (number, handler) in before { signal(number, handler) }
            let number = arrived.load(ordering: .relaxed)
            guard number != 0 else { return line }

            FileHandle.standardError.write(Data("\n".utf8))
            // Now it does what it would have done without us: ends the program, or stops it for a while. This thread may
            // have signals blocked, so the process gets it.
            kill(getpid(), number)
            poll(nil, 0, 100)
            guard number == SIGTSTP else { throw ExitCode(128 + number) }
        }
    }

    private static func withoutEcho<Result>(_ body: () throws -> Result) rethrows -> Result {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return try body() }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        hidden.c_lflag |= tcflag_t(ECHONL)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown) }
        return try body()
    }

    /// Looks up from waiting every now and then: a signal may have been delivered to another thread.
    private static func readLine() -> [UInt8] {
        var line: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4_096)
        while arrived.load(ordering: .relaxed) == 0 {
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            guard poll(&input, 1, 50) > 0 else { continue }
            let count = read(STDIN_FILENO, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            line += part[..<count]
            if line.last == UInt8(ascii: "\n") { break }
        }
        return line
    }
}
