import Processes
import TestSupport
import Testing

struct InterludeTests {
    private let companion: Companion
    private static let chapter = "chapters/01a-more.md"

    init() throws {
        companion = try Companion()
        let text = "# 1a. More\nYou can go on.\n\n```sh\necho more\n```\n```text output\nmore\n```\n"
        try companion.course.write(text, to: Self.chapter)
        try companion.course.write("", to: "Tests/01a-MoreTests/Tests.swift")
        try companion.course.write("#!/bin/sh\nexit 0\n", to: "bin/greeting", isExecutable: true)
    }

    @Test("list and the first screen show it behind its lesson, and read opens it by name and number")
    func isListedAndRead() throws {
        for arguments in [["list"], []] {
            #expect(try companion.run(arguments).output.contains("1a. more: More, to read and try"), "\(arguments)")
        }
        for name in ["more", "1a"] {
            #expect(try companion.run(["read", name]).output.contains("You can go on."), "\(name)")
        }
    }

    @Test("quiz asks its questions")
    func asksQuestions() throws {
        let questions = """

            ## Check yourself

            ### Question 1
            How much is enough?

            - a) more
            - b) less

            ## Answers

            ### Question 1
            <details><summary>Answer</summary>

            a. There is always more.

            </details>

            """
        try companion.course.write(companion.course.text(Self.chapter) + questions, to: Self.chapter)
        let result = try companion.run(["quiz", "more"], standardInput: "a\n")
        #expect(result.output.contains("There is always more."))
        #expect(result.output.contains("All 1 answered"))
        #expect(try companion.run(["quiz", "1a"]).output.contains("./workbook quiz more"))
    }

    @Test("A shell offers it to the verbs that know it")
    func isCompleted() throws {
        for (verb, names) in [
            ("read", "greeting\nmore\n"), ("quiz", "greeting\nmore\n"), ("hint", "greeting.1\ngreeting.2\n"),
        ] {
            let result = try companion.run(
                ["---completion", verb, "--", "positional@0", "2", "0", "workbook", verb, ""],
                environment: ["SAP_SHELL": "bash"])
            #expect(result.output == names, "\(verb)")
        }
    }

    @Test("Verbs about exercises say that it has none")
    func hasNoExercises() throws {
        for verb in ["check", "hint", "diff"] {
            let result = try companion.run([verb, "1a"])
            #expect(result.status == 64, "\(verb)")
            #expect(result.errors.contains("./workbook read more"), "\(result.errors)")
        }
    }

    @Test("author check runs its commands and its tests, by itself and among the lessons")
    func isHeldToItsPromise() throws {
        let prediction = """
            output
            more
            ```

            ## Predict
            What comes next?

            - a) `more`
            - b) `less`

            ## Answers

            ### Predict
            <details><summary>Answer</summary>

            a. There is always more.

            </details>

            """
        try companion.course.change(Self.chapter, "output\nmore\n```\n", to: prediction)
        try companion.course.change(Self.chapter, "```sh\n", to: "```sh predict\n")
        for arguments in [["author", "check", "more"], ["author", "check"]] {
            let result = try companion.run(arguments)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            let rows = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            #expect(rows.last == ["more", "0", "1", "0", "0", "1", "1", "0"])
        }
        try companion.course.change(Self.chapter, "echo more", to: "echo less")
        let result = try companion.run(["author", "check", "more"])
        #expect(result.status == 1)
        #expect(result.output.contains("\(Self.chapter):4: The chapter shows"), "\(result.output)")
    }
}
