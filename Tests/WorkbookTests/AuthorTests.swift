import Foundation
import Processes
import TestSupport
import Testing

struct AuthorTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
        try companion.course.write("#!/bin/sh\nexit 0\n", to: "bin/greeting", isExecutable: true)
    }

    @Test("A lesson that keeps its promises passes, with a table of what was counted")
    func passes() throws {
        let result = try companion.run(["author", "check"])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        let rows = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.last == ["greeting", "2", "3", "1", "1", "3", "1", "0"])
    }

    @Test("Each promise that is broken is named, with what to do")
    func complains() throws {
        let chapter = FakeCourse.chapter
        let cases: [(file: String, old: String, new: String, words: String)] = [
            (FakeCourse.exercise, "borrow(\"greeting.1\")", "borrow( \"greeting.1\")", "Run ./workbook author sync."),
            (chapter, "\"Hello, \" + name\n```", "\"Hi, \" + name\n```", ":5: This fence differs from greeting.1"),
            (chapter, "region=greeting.1", "region=greeting.7", "has no region greeting.7"),
            (chapter, "Hello, [..]\n```", "Bye, [..]\n```", ":8: The chapter shows"),
            (chapter, "mumbles || true", "mumbles; (exit 4)", ":15: This ends with exit status"),
            (
                chapter, "<details><summary>Hint 3</summary>\n\nThe third hint.\n\n</details>\n", "",
                "greeting.1 has 2 hints"
            ),
            (chapter, "b. The answer", "a. The answer", "Predict is a, and what this prints is the outcome of b"),
            (chapter, "- a) `Goodbye`", "- a) `Hello`", "is the outcome of a, b"),
            (chapter, "```sh predict", "```sh", "nothing shows that the key to its Predict is right"),
            (chapter, "Nights differ.", "", "after-note for greeting.2"),
            (chapter, "`parts`, `refusesNobody`", "`parts`", "`refusesNobody` judges greeting.2 too"),
            (chapter, "`parts`, ", "`parts`, `dances`, ", "`dances`, but no such test ran"),
            (chapter, "prevents `mumbles` · ", "", "greeting.1 prevents `mumbles`. Say so"),
            (chapter, "prevents `mumbles`", "prevents `mumbles`, `shouts`", "--flaws has none such"),
            (chapter, "--flaw mumbles", "--solution", "nobody exploits --flaw mumbles"),
            (
                ".build/debug/jwt-workbookPackageTests.xctest", "flaw:*) verdict=wrong", "flaw:*) verdict=right",
                "No test of greeting.1 finds the flaw mumbles"
            ),
            (
                ".build/debug/jwt-workbookPackageTests.xctest", "verdict='to do' ;;", "verdict=right ;;",
                "with only greeting.1 open"
            ),
            (
                ".build/debug/jwt-workbookPackageTests.xctest", "*) verdict=right ;; esac",
                "*) verdict='to do' ;; esac", "with only greeting.1 filled"
            ),
            (
                ".build/debug/jwt-workbookPackageTests.xctest", "solution) verdict=right", "solution) verdict=wrong",
                "Our own solution is wrong at `greets`"
            ),
        ]
        for (file, old, new, words) in cases {
            let before = try companion.course.text(file)
            try companion.course.change(file, old, to: new)
            try makeExecutable(file)
            let result = try companion.run(["author", "check"])
            #expect(result.status == 1, "\(words)")
            #expect(result.output.contains(words), "\(words) in \(result.output)\(result.errors)")
            try companion.course.write(before, to: file)
            try makeExecutable(file)
        }
        #expect(try companion.run(["author", "check"]).status == 0)
    }

    @Test("What a learner reads of each verdict is what Tests/Golden shows, and --renew writes it anew")
    func holdsReports() throws {
        for name in ["right", "wrong"] {
            try companion.course.write("other\n", to: "Tests/Golden/greeting/\(name).txt")
        }
        let changed = try companion.run(["author", "check"])
        #expect(changed.status == 1)
        #expect(changed.output.contains("Tests/Golden/greeting/right.txt differs"), "\(changed.output)")
        #expect(changed.output.contains("Tests/Golden/greeting/wrong.txt differs"))
        #expect(try companion.run(["author", "check", "--renew"]).status == 0)
        #expect(try companion.course.text("Tests/Golden/greeting/right.txt").contains("Well done."))
        #expect(try companion.course.text("Tests/Golden/greeting/wrong.txt").contains("why of greets"))
        #expect(try companion.run(["author", "check"]).status == 0)
    }

    @Test("A test that has gone is missed")
    func missesTests() throws {
        try companion.course.write("", to: ".build/debug/forgets")
        let result = try companion.run(["author", "check"])
        #expect(result.status == 1)
        #expect(result.output.contains("judged by `refusesNobody`, but no such test ran"))
    }

    @Test("sync leaves a learner's work alone and says so, with exit status 1")
    func keepsWork() throws {
        #expect(try companion.run(["author", "sync"]).status == 0)
        try companion.course.write("mine\n", to: FakeCourse.exercise)
        let result = try companion.run(["author", "sync"])
        #expect(result.status == 1)
        #expect(result.output.contains("\(FakeCourse.exercise) holds a learner's work"))
        #expect(try companion.course.text(FakeCourse.exercise) == "mine\n")
    }

    private func makeExecutable(_ file: String) throws {
        guard file.hasPrefix(".build") else { return }
        try companion.course.write(companion.course.text(file), to: file, isExecutable: true)
    }
}
