import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard input set to hand on each key at once and to show none, until `leave()`.
///
/// The terminal is what it was on every way out: a return, an exit, a signal. While this process is stopped it is too,
/// and afterwards it is set again.
package enum KeyboardMode {
    private static let before = Mutex<termios?>(nil)
    private static let handlers = Mutex<[Int32: SignalHandler]>([:])
    private static let continued = Atomic<Bool>(false)
    private static let leavesAtExit: Void = { atexit { KeyboardMode.restore() } }()

    /// False if standard input is no terminal; nothing has changed then.
    package static func enter() -> Bool {
        var current = termios()
        guard tcgetattr(STDIN_FILENO, &current) == 0 else { return false }
        _ = leavesAtExit
        before.withLock { if $0 == nil { $0 = current } }
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { handle(number) { KeyboardMode.end(with: $0) } }
        handle(SIGTSTP) { _ in KeyboardMode.stop() }
        apply()
        return true
    }

    package static func leave() {
        restore()
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP] {
            if let handler = handlers.withLock({ $0.removeValue(forKey: number) }) { signal(number, handler) }
        }
        before.withLock { $0 = nil }
    }

    /// Whether this process was stopped and goes on; asked once for each time.
    package static func takeContinued() -> Bool { continued.exchange(false, ordering: .relaxed) }

    private static func apply() {
        before.withLockIfAvailable { saved in
            guard var mode = saved else { return }
            mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
            tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
        }
    }

    /// Never waits for the lock: a signal may have interrupted its very owner.
    private static func restore() {
        before.withLockIfAvailable { saved in
            guard var mode = saved else { return }
            tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
        }
    }

    private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
        guard let previous = signal(number, handler) as SignalHandler?? else { return }
        handlers.withLock { if $0[number] == nil { $0[number] = previous } }
    }

    /// Leaves the terminal as it was, and has done what the signal would have done without us.
    private static func end(with number: Int32) {
        restore()
        let previous = handlers.withLockIfAvailable { $0[number] ?? SIG_DFL } ?? SIG_DFL
        signal(number, previous)
        raise(number)
        unblock(number)
    }

    /// Stops this process with the terminal as it was, and goes on from here when it is continued.
    private static func stop() {
        restore()
        signal(SIGTSTP, SIG_DFL)
        raise(SIGTSTP)
        unblock(SIGTSTP)
        signal(SIGTSTP) { _ in KeyboardMode.stop() }
        apply()
        continued.store(true, ordering: .relaxed)
    }

    /// A signal is kept back while its own handler runs.
    private static func unblock(_ number: Int32) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}

#if canImport(Darwin)
    private typealias SignalHandler = (@convention(c) (Int32) -> Void)?
#else
    private typealias SignalHandler = __sighandler_t?
#endif
