import Foundation

/// What Swift's runtime says of a program that crashes.
package enum Backtrace {
    /// Tells a program to say where it crashed, soon and in few lines: neither what was in the registers, nor a question
    /// what else one would like to see.
    package static let brief = [
        "SWIFT_BACKTRACE":
            ([
                "threads=crashed", "registers=none", "images=none", "interactive=no", "symbolicate=fast",
            ] + (helper.map { ["swift-backtrace=\($0)"] } ?? [])).joined(separator: ",")
    ]

    /// The toolchain's program that finds the place. The runtime looks for it beside itself: not where it is, if the
    /// program holds the runtime. Nil if we hold it as well.
    private static let helper: String? = {
        let end = "/lib/swift/linux/libswiftCore.so"
        // As a stream: the file's size is said to be 0.
        let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
        guard
            let line = maps.map({ String(decoding: $0, as: UTF8.self) })?.split(separator: "\n").first(where: {
                $0.hasSuffix(end)
            }),
            let start = line.firstIndex(of: "/")
        else { return nil }
        let path = "\(line[start...].dropLast(end.count))/libexec/swift/linux/swift-backtrace"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()
}
