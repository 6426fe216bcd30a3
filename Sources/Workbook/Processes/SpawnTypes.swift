#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// What `posix_spawn` works on is a structure in one C library and a pointer in the other.
#if canImport(Darwin)
    var noFileActions: posix_spawn_file_actions_t? { nil }
    var noAttributes: posix_spawnattr_t? { nil }
#else
    var noFileActions: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
    var noAttributes: posix_spawnattr_t { posix_spawnattr_t() }
#endif
