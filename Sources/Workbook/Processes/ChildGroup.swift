#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that leads a process group of its own, which ends with it.
struct ChildGroup: Sendable {
    let leader: pid_t

    init(leader: pid_t) {
        self.leader = leader
        LivingGroups.insert(leader)
    }

    /// Whether the leader has ended. It stays a zombie, so that its number is nobody else's until `end()`.
    var leaderHasEnded: Bool {
        var info = siginfo_t()
        guard waitid(P_PID, id_t(leader), &info, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
        return info.si_signo == SIGCHLD
    }

    /// Sends a signal to every process of the group.
    func signal(_ number: Int32) {
        kill(-leader, number)
    }

    /// Kills what is left of the group, and says how its leader ended. To be called once.
    func end() -> Ending {
        signal(SIGKILL)
        LivingGroups.remove(leader)
        var status: Int32 = 0
        while waitpid(leader, &status, 0) < 0, errno == EINTR {}
        return Ending(waitStatus: status)
    }

    /// Waits for the leader's end until the deadline, and says whether it came.
    func waitForLeader(until deadline: ContinuousClock.Instant) -> Bool {
        while !leaderHasEnded {
            guard ContinuousClock.now < deadline else { return false }
            pauseBriefly()
        }
        return true
    }
}

extension Program {
    /// Starts the program in a group of its own; our copies of its three streams are closed.
    func startGroup(
        input: consuming Descriptor, output: consuming Descriptor, errors: consuming Descriptor
    ) throws(StartFailure) -> ChildGroup {
        ChildGroup(
            leader: try spawn(
                input: input.number, output: output.number, errors: errors.number, group: .own))
    }
}

/// Two milliseconds: what a look at another process waits for its next one.
func pauseBriefly() {
    poll(nil, 0, 2)
}
