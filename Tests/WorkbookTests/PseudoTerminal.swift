#if os(Linux)
    import Foundation
    import Glibc
    import Synchronization
    import TestSupport

    /// A program that believes to sit at a terminal, and the person who types there.
    final class PseudoTerminal: Sendable {
        private let process: pid_t
        private let master: Int32
        /// Kept open, so that the terminal lives on when the program has ended.
        private let slave: Int32
        private let seen = Mutex("")
        private let ended = Mutex(false)

        /// - Parameters:
        ///   - environment: what to add to the environment of this process or, with nil, to take out of it.
        ///   - columns: how wide the terminal is.
        init(_ words: [String], in folder: String, environment: [String: String?], columns: UInt16 = 80) throws {
            var ends: (master: Int32, slave: Int32) = (-1, -1)
            var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
            guard openpty(&ends.master, &ends.slave, nil, nil, &size) == 0, let name = ttyname(ends.slave) else {
                throw CannotStart("No pseudo-terminal is to be had.")
            }
            (master, slave) = ends
            for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            _ = fcntl(master, F_SETFL, O_NONBLOCK)
            let device = String(cString: name)
            // Whoever leads a session of its own takes the terminal that it is given.
            let script = "cd \"$1\" && shift && exec setsid -c \"$@\" <\"$0\" >\"$0\" 2>&1"
            process = try Self.spawn(["sh", "-c", script, device, folder] + words, environment)
        }

        deinit {
            if !hasEnded {
                kill(-process, SIGKILL)
                waitpid(process, nil, 0)
            }
            close(master)
            close(slave)
        }

        func type(_ text: String) {
            let bytes = Array(text.utf8)
            write(master, bytes, bytes.count)
        }

        /// Sends a signal to the program alone.
        func signal(_ number: Int32) { kill(process, number) }

        func resize(columns: UInt16) {
            var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
            _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        }

        /// All that has been written to the screen so far.
        var screen: String {
            seen.withLock { seen in
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while case let count = read(master, &buffer, buffer.count), count > 0 {
                    seen += String(decoding: buffer.prefix(count), as: UTF8.self)
                }
                return seen
            }
        }

        /// What has been written since this was asked last.
        func takeScreen() -> String {
            let text = screen
            seen.withLock { $0 = "" }
            return text
        }

        /// Whether the terminal shows what is typed and hands on whole lines, as a shell expects it.
        var isUsual: Bool {
            var mode = termios()
            guard tcgetattr(master, &mode) == 0 else { return false }
            return mode.c_lflag & tcflag_t(ICANON) != 0 && mode.c_lflag & tcflag_t(ECHO) != 0
        }

        /// Whether the program, or the shell around it, has ended.
        var hasEnded: Bool {
            ended.withLock { ended in
                if !ended { ended = waitpid(process, nil, WNOHANG) != 0 }
                return ended
            }
        }

        private static func spawn(_ words: [String], _ environment: [String: String?]) throws -> pid_t {
            var all = ProcessInfo.processInfo.environment
            for (name, value) in environment { all[name] = value }
            let arguments = words.map { strdup($0) }
            let variables = all.map { strdup("\($0.key)=\($0.value)") }
            defer { for string in arguments + variables { free(string) } }
            var process: pid_t = 0
            // This thread may keep signals back, and the program would inherit that.
            var attributes = posix_spawnattr_t()
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            var none = sigset_t()
            sigemptyset(&none)
            posix_spawnattr_setsigmask(&attributes, &none)
            var usual = sigset_t()
            sigfillset(&usual)
            posix_spawnattr_setsigdefault(&attributes, &usual)
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
            guard posix_spawnp(&process, "sh", nil, &attributes, arguments + [nil], variables + [nil]) == 0 else {
                throw CannotStart("\(words) could not be started.")
            }
            return process
        }
    }
#endif
