import Foundation
import Users

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A password from standard input: never an argument, which everybody on the machine can see.
enum TypedPassword {
    /// Reads to the end of the input, or one line of a terminal, without showing what is typed there.
    ///
    /// - Throws: ``Refusal/notText``.
    static func read() throws -> Password {
        guard isatty(STDIN_FILENO) == 1 else {
            var bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
            if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
            guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal.notText }
            return Password(text)
        }
        FileHandle.standardError.write(Data("password: ".utf8))
        defer { FileHandle.standardError.write(Data("\n".utf8)) }
        return Password(withoutEcho { readLine() } ?? "")
    }

    private static func withoutEcho<Result>(_ body: () -> Result) -> Result {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return body()
    }
}
