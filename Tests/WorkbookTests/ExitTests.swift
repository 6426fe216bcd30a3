import Foundation
import Processes
import TestSupport
import Testing

struct ExitTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
    }

    @Test("The first screen says what this is, the lessons, and one thing to type")
    func showsTheFirstScreen() throws {
        let result = try companion.run([])
        #expect(result.status == 0)
        #expect(result.output.contains("1. greeting: Greeting, 0 of 2 done"))
        #expect(result.output.contains("Next: ./workbook read greeting"))
    }

    @Test("What cannot be understood is exit status 64, with a sentence that helps")
    func refusesMisuse() throws {
        let cases: [(arguments: [String], words: String)] = [
            (["check", "partings"], "There is no 'partings' in this workbook. There is: greeting."),
            (["check", "greeting.9"], "There is: greeting.1, greeting.2."),
            (["check", "greeting", "--all"], "not both"),
            (["hint", "greeting"], "Name one: greeting.1, greeting.2."),
            (["run"], "Which lesson?"),
            (["check", "--loudly"], "--loudly"),
            (["dance"], "dance"),
            (["read", ""], "There is no ''"),
        ]
        for (arguments, words) in cases {
            let result = try companion.run(arguments)
            #expect(result.status == 64, "\(arguments)")
            #expect(result.errors.contains(words), "\(result.errors) for \(arguments)")
            #expect(result.output.isEmpty)
        }
    }

    @Test("Outside of the course it says so")
    func knowsWhereItIs() throws {
        let result = try Program(Companion.executable, ["list"], workingDirectory: "/").capture(timeout: .seconds(30))
        #expect(result.status == 64)
        #expect(result.errors.contains("not inside the workbook"))
        let lost = Program(
            "sh", ["-c", "rmdir \"$PWD\"; exec \"$0\" list", Companion.executable], workingDirectory: try emptyFolder())
        #expect(try lost.capture(timeout: .seconds(30)).status == 64)
    }

    private func emptyFolder() throws -> String {
        let folder = companion.course.root.appending(path: "empty")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    @Test("A chapter that is broken is our fault: exit status 70, with the line to open")
    func admitsFaults() throws {
        try companion.course.change("chapters/01-greeting.md", "### greeting.1 —", to: "### greeting.1")
        let result = try companion.run(["list"])
        #expect(result.status == 70)
        #expect(result.errors.hasPrefix("chapters/01-greeting.md:22: "))
    }

    @Test("A lesson that is broken stands in the way of nobody else, and says why when it is asked for")
    func livesWithABrokenLesson() throws {
        try companion.course.write("# 2. Parting\n\n```sh\n", to: "chapters/02-parting.md")
        try companion.course.write("", to: "Sources/Lessons/02-Parting/Flaws.swift")
        #expect(try companion.run(["check", "greeting"]).status == 1)
        let broken = try companion.run(["read", "parting"])
        #expect(broken.status == 70)
        #expect(broken.errors == "chapters/02-parting.md:3: This fence is never closed.\n")
        let check = try companion.run(["author", "check"])
        #expect(check.status == 1)
        #expect(check.output.contains("chapters/02-parting.md:3"))
    }

    @Test("run hands everything on: arguments, standard input and exit status")
    func passesThrough() throws {
        let result = try companion.run(["run", "1", "show", "--json", "--", "-x", "--help"], standardInput: "token\n")
        #expect(result.output == "greeting got: show --json -- -x --help\ntoken\n")
        #expect(result.status == 3)
    }

    @Test("report is a table of what has passed, with the time that each lesson takes")
    func reports() throws {
        try companion.answer(["greeting.1": "right"])
        _ = try companion.run(["check"])
        let time = "You can greet and part.\n\n| | |\n|---|---|\n| Time | 75 minutes |\n"
        try companion.course.change(FakeCourse.chapter, "You can greet and part.\n", to: time)
        let report = try companion.run(["report"]).output
        #expect(report.contains("| greeting | 1 | 2 | 6 | 20"))
        #expect(report.contains(" | 75 |\n"))
        #expect(report.contains("about 0 h 6 min left.\n"))
        #expect(report.contains("about 1 h 15 min.\n"))
    }

    @Test("doctor sees a folder that was moved with its builds, and says the command that mends it")
    func seesAMovedFolder() throws {
        try companion.course.write("inputs: [\"\(companion.course.root.path)/a\"]", to: ".build/debug.yaml")
        #expect(try !companion.run(["doctor"]).output.contains("rm -rf .build"))
        try companion.course.write("inputs: [\"/elsewhere/a\"]", to: ".build/debug.yaml")
        #expect(try companion.run(["doctor"]).output.contains("rm -rf .build"))
    }

    @Test("doctor tells what is missing, and the exit status says whether anything needed is")
    func looksAround() throws {
        let result = try companion.run(["doctor"])
        #expect(result.status == 1)
        #expect(result.output.contains("✗ swift 6.3 or newer"))
        #expect(result.output.contains("https://www.swift.org/install"))
        try companion.course.write("#!/bin/sh\necho 'Swift version 6.10.2 (x)'\n", to: "bin/swift", isExecutable: true)
        #expect(try companion.run(["doctor"]).output.contains("✓ swift 6.3 or newer"))
    }
}
