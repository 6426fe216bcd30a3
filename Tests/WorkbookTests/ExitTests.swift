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
    }

    @Test("A chapter that is broken is our fault: exit status 70, with the line to open")
    func admitsFaults() throws {
        try companion.course.change("chapters/01-greeting.md", "### greeting.1 —", to: "### greeting.1")
        let result = try companion.run(["list"])
        #expect(result.status == 70)
        #expect(result.errors.hasPrefix("chapters/01-greeting.md:22: "))
    }

    @Test("run hands everything on: arguments, standard input and exit status")
    func passesThrough() throws {
        let result = try companion.run(["run", "1", "show", "--json", "--", "-x", "--help"], standardInput: "token\n")
        #expect(result.output == "greeting got: show --json -- -x --help\ntoken\n")
        #expect(result.status == 3)
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
