import CSpawn
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Whether a program leads a process group or a whole session of its own, or stays in the terminal's foreground with us.
enum Group {
    case own, session, ours
}

extension Program {
    /// Starts the program with the given descriptors as its standard input, output and error.
    func spawn(input: Int32, output: Int32, errors: Int32, group: Group) throws(StartFailure) -> pid_t {
        var actions = noFileActions
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (place, descriptor) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
        }
        if let workingDirectory {
            posix_spawn_file_actions_addchdir_np(&actions, workingDirectory)
        }

        var attributes = noAttributes
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var flags = Int16(POSIX_SPAWN_SETSIGMASK)
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        if group != .ours {
            flags |=
                Int16(group == .session ? POSIX_SPAWN_SETSID : POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF)
            if group == .own { posix_spawnattr_setpgroup(&attributes, 0) }
            var usual = sigset_t()
            sigemptyset(&usual)
            for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { sigaddset(&usual, signal) }
            posix_spawnattr_setsigdefault(&attributes, &usual)
            // What another thread has opened a moment ago is no business of this child.
            #if canImport(Darwin)
                flags |= Int16(POSIX_SPAWN_CLOEXEC_DEFAULT)
            #elseif canImport(Glibc)
                posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
            #endif
        }
        posix_spawnattr_setflags(&attributes, flags)

        var leader: pid_t = 0
        let code = try withStrings([executable] + arguments) { arguments throws(StartFailure) in
            try withStrings(variables) { variables throws(StartFailure) in
                posix_spawnp(&leader, executable, &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw StartFailure(self, code: code) }
        return leader
    }

    private var variables: [String] {
        var all = ProcessInfo.processInfo.environment
        for (name, value) in environment { all[name] = value }
        return all.map { "\($0.key)=\($0.value)" }
    }

    /// Lends the strings to C as a list that ends with nil. A string that C would cut short is refused.
    private func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws(StartFailure) -> Result
    ) throws(StartFailure) -> Result {
        guard !strings.contains(where: { $0.utf8.contains(0) }) else { throw StartFailure(self, code: EINVAL) }
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return try body(copies + [nil])
    }
}
