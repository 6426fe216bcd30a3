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
    package func passThrough() throws(StartFailure) -> Ending {
        var awaited = sigset_t()
        var before = sigset_t()
        sigemptyset(&awaited)
        for signal in [SIGINT, SIGTERM, SIGCHLD] { sigaddset(&awaited, signal) }
        // Without a handler some systems forget SIGCHLD even while it is blocked.
        let handler = signal(SIGCHLD) { _ in }
        pthread_sigmask(SIG_BLOCK, &awaited, &before)
        defer {
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
            case SIGINT where !isInForeground: kill(child, SIGINT)
            default: break
            }
        }
    }

    /// Whether a Ctrl-C at the terminal reaches our whole process group, the child included.
    private var isInForeground: Bool { tcgetpgrp(STDIN_FILENO) == getpgrp() }
}
