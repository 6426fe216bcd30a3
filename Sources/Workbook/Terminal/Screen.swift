import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a stream leads to: how wide it is, and whether it shows colours.
package struct Screen: Sendable {
    /// In columns.
    package let width: Int
    package let paint: Paint
    /// Whether a person sits at the other end.
    package let isTerminal: Bool

    /// Standard input.
    package static var input: Screen { Screen(STDIN_FILENO) }
    /// Standard output.
    package static var output: Screen { Screen(STDOUT_FILENO) }
    /// Standard error.
    package static var error: Screen { Screen(STDERR_FILENO) }

    /// Looks at an open descriptor, and at the environment: NO_COLOR, CLICOLOR_FORCE, TERM, COLUMNS.
    package init(_ descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
        isTerminal = isatty(descriptor) == 1
        let isForced = environment["CLICOLOR_FORCE"].map { !["", "0"].contains($0) } ?? false
        paint = Paint(isOn: (isTerminal || isForced) && !isPlain)
        let asked = environment["COLUMNS"].flatMap { Int($0) }
        width = Self.columns(of: descriptor) ?? asked.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
