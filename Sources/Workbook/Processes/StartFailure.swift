#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program could not be started.
package struct StartFailure: Error, Hashable, CustomStringConvertible {
    package let executable: String
    /// The folder that it was to start in, where one was asked for.
    package let workingDirectory: String?
    /// The system's error number, for example `ENOENT`.
    package let code: Int32

    package var description: String {
        let place = workingDirectory.map { " in \($0)" } ?? ""
        return "\(executable) could not be started\(place): \(String(cString: strerror(code)))."
    }

    init(_ program: Program, code: Int32) {
        executable = program.executable
        workingDirectory = program.workingDirectory
        self.code = code
    }
}
