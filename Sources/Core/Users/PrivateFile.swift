#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Creates an empty file that only its owner can read, unless there is one already; SQLite itself creates files that
/// everybody can read, and gives its log files the rights of the database.
///
/// One that exists is never touched, not even when two processes start at once.
func createPrivateFile(at path: String) {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    // A failure shows when the database is opened, which says more about it.
    if file >= 0 { close(file) }
}
