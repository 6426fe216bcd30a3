#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Program {
    /// Runs the program in our place until it ends: it has our terminal, for reading too, and our standard streams.
    ///
    /// It stays in our process group. Ctrl-C therefore reaches it by itself; SIGINT and SIGTERM that somebody sends to
    /// this process alone are passed on. For programs with a single thread: another one might take the signals.
    ///
    /// - Parameter isOver: is asked a few times a second; when it says yes, the program is told to end (SIGTERM).
    package func passThrough(until isOver: (() -> Bool)? = nil) throws(StartFailure) -> Ending {
        var awaited = sigset_t()
        var before = sigset_t()
        sigemptyset(&awaited)
        for signal in [SIGINT, SIGTERM, SIGCHLD, SIGALRM] { sigaddset(&awaited, signal) }
        // Without a handler some systems forget SIGCHLD even while it is blocked.
        let handler = signal(SIGCHLD) { _ in }
        pthread_sigmask(SIG_BLOCK, &awaited, &before)
        if isOver != nil { ring(every: 300_000) }
        defer {
            ring(every: 0)
            pthread_sigmask(SIG_SETMASK, &before, nil)
            signal(SIGCHLD, handler)
        }

        let child = try spawn(input: STDIN_FILENO, output: STDOUT_FILENO, errors: STDERR_FILENO, group: .ours)
        while true {
            var status: Int32 = 0
            let ended = waitpid(child, &status, WNOHANG)
            if ended == child { return Ending(waitStatus: status) }
            if ended < 0, errno != EINTR { throw StartFailure(self, code: errno) }
            var arrived: Int32 = 0
            sigwait(&awaited, &arrived)
            switch arrived {
            case SIGTERM: kill(child, SIGTERM)
            case SIGALRM where isOver?() == true: kill(child, SIGTERM)
            case SIGINT where !isInForeground: kill(child, SIGINT)
            default: break
            }
        }
    }

    /// Has SIGALRM sent again and again, so that waiting for signals does not last; 0 microseconds ends that.
    private func ring(every microseconds: Int) {
        let pause = timeval(tv_sec: 0, tv_usec: .init(microseconds))
        var timer = itimerval(it_interval: pause, it_value: pause)
        #if canImport(Glibc)
            setitimer(Int32(ITIMER_REAL.rawValue), &timer, nil)
        #else
            setitimer(ITIMER_REAL, &timer, nil)
        #endif
    }

    /// Whether a Ctrl-C at the terminal reaches our whole process group, the child included.
    private var isInForeground: Bool { tcgetpgrp(STDIN_FILENO) == getpgrp() }
}
