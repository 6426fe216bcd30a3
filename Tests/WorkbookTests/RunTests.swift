import Processes
import TestSupport
import Testing

struct RunTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
        try companion.course.write(Self.server, to: ".build/debug/greeting", isExecutable: true)
    }

    /// Stands in for a lesson that is a server: it runs until it is told to end.
    private static let server = """
        #!/bin/sh
        trap 'echo stopped; exit 0' TERM
        echo "listening"
        while :; do sleep 0.05; done

        """

    @Test("A server that runs starts again after a save, and not after a save that does not build")
    func startsAgain() throws {
        let running = try companion.start(["run", "greeting"])
        defer { running.stop() }
        try eventually { Self.lines(running.standardOutput) == ["listening"] }

        try companion.course.change(FakeCourse.exercise, "import Foundation", to: "import Foundation\n")
        try eventually { Self.lines(running.standardOutput) == ["listening", "stopped", "listening"] }
        #expect(String(decoding: running.standardError, as: UTF8.self).contains("starts again"))

        try companion.course.write("#!/bin/sh\necho 'error: not Swift'; exit 1\n", to: "bin/swift", isExecutable: true)
        try companion.course.change(FakeCourse.exercise, "import Foundation", to: "import Foundation\n\n")
        try eventually { String(decoding: running.standardError, as: UTF8.self).contains("does not build yet") }
        #expect(Self.lines(running.standardOutput) == ["listening", "stopped", "listening"])
    }

    @Test("Told to end, it takes the server along")
    func endsTogether() throws {
        let running = try companion.start(["run", "greeting"])
        try eventually { Self.lines(running.standardOutput) == ["listening"] }
        running.stop(grace: .seconds(10))
        #expect(Self.lines(running.standardOutput).last == "stopped")
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}
