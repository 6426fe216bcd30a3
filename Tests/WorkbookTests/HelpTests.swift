import Foundation
import Processes
import TestSupport
import Testing

struct HelpTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
    }

    @Test("The help of every verb says what it does and shows how to type it")
    func explainsEveryVerb() throws {
        let help = try companion.run(["--help"]).output
        let list = try #require(help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n\n").first)
        let verbs = list.split(separator: "\n").compactMap { line -> Substring? in
            line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first : nil
        }
        #expect(verbs.count > 15, "\(verbs)")
        for verb in verbs where verb != "author" {
            let help = try companion.run([String(verb), "--help"]).output
            #expect(help.hasPrefix("OVERVIEW: "), "\(verb)")
            let example = verb == "start" ? "\n  ./workbook\n" : "\n  ./workbook \(verb)"
            #expect(help.contains(example), "\(verb): \(help)")
        }
    }

    @Test("Hints come one at a time, the last one stays, and --all shows them all")
    func hintsStepByStep() throws {
        for words in ["The first hint.", "The second hint.", "The third hint.", "The third hint."] {
            let result = try companion.run(["hint"])
            #expect(result.status == 0)
            #expect(result.output.contains(words))
            #expect(result.output.count(of: "hint.\n") == 1)
        }
        #expect(try companion.run(["hint", "greeting.1", "--all"]).output.count(of: " hint.\n") == 3)
        #expect(try companion.run(["hint", "greeting.2"]).output.contains("One."))
    }

    @Test("read folds hints and answers away; --all and a pass unfold them")
    func foldsAway() throws {
        let plain = try companion.run(["read"]).output
        #expect(plain.contains("Say goodbye"))
        #expect(!plain.contains("The first hint."))
        #expect(!plain.contains("The answer is secret."))
        #expect(!plain.contains("<details>"))
        try companion.answer(["greeting.1": "right"])
        _ = try companion.run(["check"])
        let passed = try companion.run(["read", "1"]).output
        #expect(passed.contains("A name is a courtesy."))
        #expect(!passed.contains("Nights differ."))
        #expect(try companion.run(["read", "--all"]).output.contains("The answer is secret."))
    }

    @Test("A solution is shown where nobody can be asked")
    func showsASolution() throws {
        let result = try companion.run(["solution", "greeting.1"])
        #expect(result.status == 0)
        #expect(result.output.contains("\"Hello, \" + name"))
        #expect(!result.output.contains("end greeting.1"))
    }

    @Test("diff compares what is written, and gives nothing else away")
    func comparesWhatIsWritten() throws {
        #expect(try companion.run(["diff"]).output.contains("nothing of yours to compare yet"))
        try companion.course.change(
            FakeCourse.exercise, "borrow(\"greeting.1\") { ours.greet(name) }", to: "\"Hi, \" + name")
        let result = try companion.run(["diff", "greeting"])
        #expect(result.status == 0)
        #expect(result.output.contains("-        \"Hi, \" + name"))
        #expect(result.output.contains("+        \"Hello, \" + name"))
        #expect(!result.output.contains("Good night"))
        #expect(result.output.contains("Not shown, since not written yet: greeting.2."))
    }

    @Test("reset prints how to undo, and what it prints works")
    func resetsAndUndoes() throws {
        let skeleton = try companion.course.text(FakeCourse.exercise)
        try companion.course.write("mine\n", to: FakeCourse.exercise)
        let result = try companion.run(["reset", "greeting"])
        #expect(result.status == 0)
        #expect(try companion.course.text(FakeCourse.exercise) == skeleton)
        let line = try #require(result.output.split(separator: "\n").first { $0.hasPrefix("To undo: ") })
        let undo = try Program("sh", ["-c", String(line.dropFirst(9))], workingDirectory: companion.course.root.path)
            .capture(timeout: .seconds(30))
        #expect(undo.isSuccess)
        #expect(try companion.course.text(FakeCourse.exercise) == "mine\n")
    }

    @Test("A reset exercise has not passed any more")
    func forgetsAPass() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "right"])
        _ = try companion.run(["check"])
        _ = try companion.run(["reset", "greeting.2"])
        #expect(try companion.run(["list"]).output.contains("1 of 2 done"))
    }
}

extension String {
    fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
