import Foundation
import Processes
import TestSupport
import Testing

/// The building of later lessons in the background, with a stand-in for SwiftPM that compiles until it may finish.
final class WarmTests {
    private let companion: Companion
    private var course: FakeCourse { companion.course }

    init() throws {
        companion = try Companion()
        try companion.course.write("# 2. Parting\nYou can part.\n", to: "chapters/02-parting.md")
        try companion.course.write("", to: "Sources/Lessons/02-Parting/Flaws.swift")
        // The first lesson is built already.
        _ = try companion.run(["check"])
        try companion.course.write(Self.swift, to: "bin/swift", isExecutable: true)
    }

    deinit {
        _ = try? run(["warm", "--stop"])
    }

    private static let swift = """
        #!/bin/sh
        case $* in
            *parting)
                trap 'echo interrupted >> builds; exit 1' INT
                echo '[1/9] Compiling Parting Flaws.swift'
                echo '[3/9] Compiling Parting Steps.swift'
                echo "$*" >> builds
                echo "$(nice) $$" > compiler.draft && mv compiler.draft compiler
                while [ ! -e finish ]; do sleep 0.01; done
                echo parting > .build/debug/parting ;;
            *) echo "$*" >> builds ;;
        esac

        """
    private let partingBuild = "build --product parting"
    private let greetingBuild = "\(firstLessonBuild) --product greeting"
    private let testBuild = "build --product jwt-workbookPackageTests"

    private func run(_ arguments: [String], _ environment: [String: String?] = ["WORKBOOK_WARM": "1"]) throws
        -> Captured
    {
        try companion.run(arguments, environment: environment)
    }

    private var builds: [String] { (try? course.text("builds").split(separator: "\n").map(String.init)) ?? [] }

    /// How much the compiler at work in the background yields to others, and its number.
    private func compiler() throws -> (niceness: Int32, process: Int32) {
        try eventually { course.exists("compiler") }
        let numbers = try course.text("compiler").split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
        return (try #require(numbers.first), try #require(numbers.last))
    }

    private var isAtWork: Bool {
        get throws { try !run(["warm"], [:]).output.contains("Nothing is being built.") }
    }

    @Test("After the first screen the next lesson and all tests are built, each verb tells how far, and then it rests")
    func buildsWhatComesNext() throws {
        let first = try run([])
        #expect(first.errors.contains("./workbook warm --off"))
        #expect(!first.output.contains("background"))
        _ = try compiler()
        try eventually { try run(["check"]).errors.contains("in the background: parting, 3 of 9.") }
        #expect(try run(["warm"]).output.contains("parting, 3 of 9"))
        try course.write("", to: "finish")
        try eventually { try !isAtWork }
        #expect(builds == [partingBuild, testBuild])
        _ = try run(["read"])
        #expect(try run(["check", "2"]).errors == "")
        try eventually { try !isAtWork }
        #expect(builds == [partingBuild, testBuild])
    }

    @Test("Only one is at work, however many verbs would start it")
    func isAlone() throws {
        let verbs = try (0..<4).map { _ in try RunningProgram(companion.program([], ["WORKBOOK_WARM": "1"])) }
        for verb in verbs { #expect(verb.waitForEnd(within: .seconds(30)) == .exited(0)) }
        let process = try compiler().process
        _ = try run(["read"])
        #expect(try compiler().process == process)
        #expect(builds == [partingBuild])
    }

    @Test("A check that needs no SwiftPM leaves it alone; one that does comes first, and afterwards it goes on")
    func makesWay() throws {
        _ = try run([])
        let process = try compiler().process
        _ = try run(["check"])
        #expect(isRunning(process))
        try course.change(FakeCourse.source, "Hello", to: "Good day")
        _ = try run(["check"])
        #expect(!isRunning(process))
        try eventually { builds.last == partingBuild }
        let firstTestBuild = "\(firstLessonBuild) --product jwt-workbookPackageTests"
        let expected = [partingBuild, "interrupted", greetingBuild, firstTestBuild, partingBuild]
        #expect(builds == expected)
    }

    @Test("--stop ends it with all that it has started")
    func leavesNothingBehind() throws {
        _ = try run([])
        let process = try compiler().process
        #expect(try run(["warm", "--stop"]).output.contains("Stopped."))
        #expect(!isRunning(process))
        #expect(builds == [partingBuild, "interrupted"])
        #expect(try run(["warm", "--stop"]).output.contains("Nothing"))
    }

    @Test("The tests of the first lesson alone are not taken for those of the next one")
    func buildsTheTestsOfLaterLessons() throws {
        try course.write("", to: "finish")
        _ = try run(["check", "parting"], [:])
        #expect(builds == [partingBuild, testBuild])
    }

    @Test("Killed without warning it stands in nobody's way")
    func survivesAKill() throws {
        _ = try run([])
        _ = try compiler()
        let process = try #require(Int32(course.text(".build/warm/process")))
        kill(-process, SIGKILL)
        try eventually { try !isAtWork }
        #expect(try run(["warm", "--stop"]).output.contains("Nothing"))
        try course.write("", to: "finish")
        _ = try run([])
        try eventually { builds.last == testBuild }
    }

    @Test("It can be switched off and on, and starts by itself only where a person is")
    func canBeSwitchedOff() throws {
        #expect(try run(["warm", "--off"]).output.contains("--on"))
        _ = try run([])
        #expect(try run(["warm"]).output.contains("switched off"))
        for environment: [String: String?] in [["WORKBOOK_WARM": nil], ["WORKBOOK_WARM": "0"]] {
            _ = try run(["warm", "--on"], environment)
            _ = try run([], environment)
        }
        #expect(try !isAtWork)
        #expect(builds == [])
        _ = try run(["warm", "--on"])
        _ = try compiler()
        _ = try run(["warm", "--off"])
        #expect(try !isRunning(compiler().process))
    }

    @Test("Without a network the learner is not bothered, whoever asks is told, and it is not tried again at once")
    func waitsForANetwork() throws {
        let words = "error: Failed to clone repository https://example.org: Could not resolve host: example.org"
        let script = "#!/bin/sh\n[ $1 = build ] && echo \"$*\" >> builds\necho '\(words)' >&2\nexit 1\n"
        try course.write(script, to: "bin/swift", isExecutable: true)
        _ = try run([])
        try eventually { try run(["warm"]).output.contains("is there a network?") }
        #expect(try run(["check"]).errors == "")
        #expect(try run(["doctor"]).output.contains("is there a network?"))
        #expect(builds == [partingBuild])
        #expect(!course.exists(".build/all-lessons"))
    }

    #if os(Linux)
        @Test("Ctrl-C at the terminal and the terminal's end leave it alone")
        func survivesCtrlC() throws {
            // On a machine that is busy what is idle would never come to an end.
            try course.write("#!/bin/sh\nexit 1\n", to: "bin/chrt", isExecutable: true)
            for ending in ["\u{3}", ""] {
                let watch = companion.program(["watch"], ["WORKBOOK_WARM": nil, "CI": nil, "NO_COLOR": "1"])
                let terminal = try PseudoTerminal(
                    [watch.executable] + watch.arguments, in: course.root.path, environment: watch.environment)
                try eventually { terminal.screen.contains("Checked in") }
                let (niceness, process) = try compiler()
                #expect(niceness == 19)
                ending.isEmpty ? terminal.signal(SIGHUP) : terminal.type(ending)
                try eventually { terminal.hasEnded }
                #expect(isRunning(process))
            }
            #expect(builds == [partingBuild])
        }
    #endif
}
