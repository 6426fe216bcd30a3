import Processes
import TestSupport
import Testing

struct QuizTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
    }

    @Test("A question is asked with its options, and every answer is explained")
    func explains() throws {
        let result = try companion.run(["quiz"], standardInput: "b\na\n")
        #expect(result.status == 0)
        #expect(result.output.contains("- b) somebody, by name"))
        #expect(result.output.contains("People have names."))
        #expect(result.output.contains("All 2 answered, at the first try."))
    }

    @Test("What was answered wrongly is asked again at the end")
    func asksAgain() throws {
        let result = try companion.run(["quiz", "greeting"], standardInput: "a\na\nwhat?\nB)\n")
        #expect(result.output.ranges(of: "Whom does one greet?").count == 2)
        #expect(result.output.contains("No: b."))
        #expect(result.output.contains("with 1 mistake on the way"))
    }

    @Test("Whoever stops is told how to go on")
    func canBeLeft() throws {
        let result = try companion.run(["quiz"], standardInput: "b\n")
        #expect(result.status == 0)
        #expect(result.output.contains("1 left."))
    }

    @Test("A question without options, or without a key that is one of them, is refused with its line")
    func refusesWhatNobodyCanAnswer() throws {
        let cases = [
            ("a. Nights are long.", "c. Nights are long.", "begins with the letter"),
            ("- a) late\n", "", "needs options"),
        ]
        for (old, new, words) in cases {
            let companion = try Companion()
            try companion.course.change(FakeCourse.chapter, old, to: new)
            let result = try companion.run(["quiz"])
            #expect(result.status == 70)
            #expect(result.errors.contains(words))
        }
    }
}
