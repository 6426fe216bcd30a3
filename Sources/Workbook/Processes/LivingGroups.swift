import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The process groups that we have started. They have left the terminal's foreground, so Ctrl-C does not reach them:
/// when this process is interrupted or exits, it takes them along.
enum LivingGroups {
    private static let leaders = Mutex<Set<pid_t>>([])

    private static let guarded: Void = {
        atexit { LivingGroups.killAll() }
        for number in [SIGINT, SIGTERM, SIGHUP] { killAllOn(number) }
    }()

    static func prepare() { _ = guarded }

    static func insert(_ leader: pid_t) {
        _ = guarded
        leaders.withLock { _ = $0.insert(leader) }
    }

    static func remove(_ leader: pid_t) {
        leaders.withLock { _ = $0.remove(leader) }
    }

    /// Asks first, and waits a moment, since they may have started groups of their own that only they can end. It asks
    /// as Ctrl-C does: at any other signal SwiftPM goes and leaves its compilers at work.
    ///
    /// Never waits for the lock: a signal may have interrupted its very owner. Calls only what a signal handler may.
    private static func killAll() {
        leaders.withLockIfAvailable { leaders in
            for leader in leaders { kill(-leader, SIGINT) }
            for leader in leaders {
                var patience = 400
                while isRunning(leader), patience > 0 {
                    poll(nil, 0, 5)
                    patience -= 1
                }
                kill(-leader, SIGKILL)
            }
        }
    }

    private static func isRunning(_ leader: pid_t) -> Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(leader), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo != SIGCHLD
    }

    /// Leaves a signal alone that somebody ignores or handles already.
    private static func killAllOn(_ number: Int32) {
        let before = signal(number) { number in
            LivingGroups.killAll()
            signal(number, SIG_DFL)
            raise(number)
        }
        if unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_DFL, to: Int.self) { signal(number, before) }
    }
}

/// Has this process take along what it starts, whatever signal ends it. To be called before somebody else handles them.
package func takeChildrenAlong() { LivingGroups.prepare() }
