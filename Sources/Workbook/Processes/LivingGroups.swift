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

    static func insert(_ leader: pid_t) {
        _ = guarded
        leaders.withLock { _ = $0.insert(leader) }
    }

    static func remove(_ leader: pid_t) {
        leaders.withLock { _ = $0.remove(leader) }
    }

    /// Never waits for the lock: a signal may have interrupted its very owner.
    private static func killAll() {
        leaders.withLockIfAvailable { for leader in $0 { kill(-leader, SIGKILL) } }
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
