import Foundation
import Processes
import Testing

struct ProcessTests {
    private func shell(_ script: String) -> Program { Program("sh", ["-c", script]) }

    @Test("What a program reads and writes comes through whole, both streams at once")
    func capturesEverything() throws {
        let bytes = (0..<400_000).map { UInt8(truncatingIfNeeded: $0) }
        let result = try shell("tee /dev/stderr").capture(standardInput: bytes, timeout: .seconds(30))
        #expect(result.isSuccess)
        #expect(result.standardOutput == bytes)
        #expect(result.standardError == bytes)
    }

    @Test("A program that does not read its input is no harm")
    func survivesUnreadInput() throws {
        let result = try shell("exit 4").capture(
            standardInput: Array(repeating: 0, count: 1_000_000), timeout: .seconds(30))
        #expect(result.ending == .exited(4))
    }

    @Test("When the time is over the whole group is killed")
    func killsTheGroup() throws {
        let result = try shell("sleep 600 & echo $!; wait").capture(timeout: .milliseconds(200))
        #expect(result.timedOut)
        #expect(result.ending == .signalled(SIGKILL))
        try expectEnd(of: result.output)
    }

    @Test("What a program leaves behind ends with it, and does not keep us waiting")
    func killsWhatIsLeft() throws {
        let start = ContinuousClock.now
        let result = try shell("sleep 600 & echo $!").capture()
        #expect(result.isSuccess)
        #expect(ContinuousClock.now - start < .seconds(60))
        try expectEnd(of: result.output)
    }

    @Test("A program that writes without end is stopped")
    func limitsOutput() throws {
        let result = try Program("yes").capture(timeout: .seconds(60), outputLimit: 100_000)
        #expect(result.overflowed)
        #expect(!result.isSuccess)
        #expect(result.standardOutput.count > 100_000)
    }

    @Test("A child gets its three streams and nothing else that is open here")
    func leaksNothing() throws {
        let file = FileHandle(forReadingAtPath: "/dev/null")
        let result = try shell("ls /dev/fd").capture(timeout: .seconds(30))
        withExtendedLifetime(file) {}
        let open = result.output.split(separator: "\n").compactMap { Int($0) }
        // `ls` itself opens the folder.
        #expect(open.filter { $0 > 2 }.count <= 1, "\(open)")
    }

    @Test("The environment is ours with changes, the folder the one that was asked for")
    func setsTheScene() throws {
        var program = shell("echo $ADDED-${PATH:+path}-${HOME-none}; pwd")
        program.environment = ["ADDED": "yes", "HOME": nil]
        program.workingDirectory = "/"
        #expect(try program.capture(timeout: .seconds(30)).output == "yes-path-none\n/\n")
    }

    @Test("What cannot be started is an error with the reason")
    func cannotStart() {
        let cases: [(program: Program, words: String)] = [
            (Program("/nonexistent"), "/nonexistent could not be started"),
            (Program("ls", workingDirectory: "/nonexistent"), "in /nonexistent"),
            (Program("ls", ["a\0b"]), "Invalid argument"),
            (Program("ls", [String(repeating: "a", count: 200_000)]), "too long"),
        ]
        for (program, words) in cases {
            let failure = #expect(throws: StartFailure.self) { try program.capture(timeout: .seconds(30)) }
            #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
        }
    }

    @Test("A running program can be waited for, asked to end, and is gone afterwards")
    func runs() throws {
        let program = try RunningProgram(
            shell("trap 'echo bye; exit 7' TERM; echo ready at last; while :; do sleep 0.01; done"))
        #expect(try program.waitForLine(startingWith: "ready", within: .seconds(30)) == "ready at last")
        #expect(program.stop(grace: .seconds(30)) == .exited(7))
        #expect(String(decoding: program.standardOutput, as: UTF8.self) == "ready at last\nbye\n")
        #expect(program.stop() == .exited(7))
    }

    @Test("A line that never comes ends the waiting, with the reason")
    func doesNotWaitForEver() throws {
        let ended = try RunningProgram(shell("echo other; exit 3"))
        #expect(throws: RunningProgram.NoLine.ended(.exited(3))) {
            try ended.waitForLine(startingWith: "ready", within: .seconds(30))
        }
        let silent = try RunningProgram(Program("sleep", ["600"]))
        #expect(throws: RunningProgram.NoLine.timedOut) {
            try silent.waitForLine(startingWith: "ready", within: .milliseconds(20))
        }
        #expect(silent.stop() == .signalled(SIGKILL))
    }

    private func expectEnd(of text: String) throws {
        let process = try #require(Int32(text.split(separator: "\n").first ?? ""))
        try eventually { !isRunning(process) }
    }
}
