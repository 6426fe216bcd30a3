import Curriculum
import Foundation
import TestSupport
import Testing

struct StandingTests {
    private func standing(_ text: String?) throws -> Standing {
        let course = try FakeCourse()
        if let text { try course.write(text, to: FakeCourse.exercise) }
        let exercise = try #require(try Course(root: course.root).exercise(named: "greeting.1"))
        return exercise.standing(in: Files(root: course.root))
    }

    @Test("Only a borrow that is code borrows")
    func seesThroughComments() throws {
        let cases: [(text: String, isBorrowed: Bool)] = [
            ("borrow(\"greeting.1\") { 1 }", true),
            ("  try await borrow( \"greeting.1\" ) { 1 }", true),
            ("let url = \"https://a\"; borrow(\"greeting.1\") { 1 }", true),
            ("/* a /* b */ c */ borrow(\"greeting.1\") { 1 }", true),
            ("let a = \"\\\" // \"; borrow(\"greeting.1\") { 1 }", true),
            ("let a = #\"\"\"#; borrow(\"greeting.1\") { 1 }", true),
            ("// borrow(\"greeting.1\") { 1 }", false),
            ("/* borrow(\"greeting.1\") { 1 } */", false),
            ("/* /* */ borrow(\"greeting.1\") { 1 } */", false),
            ("borrow(\"greeting.2\") { 1 }", false),
            ("borrow(\"greeting.11\") { 1 }", false),
            ("", false),
        ]
        for (text, isBorrowed) in cases {
            #expect(try standing(text).isBorrowed == isBorrowed, "\(text)")
        }
    }

    @Test("It points to the borrow, then to the task, then to the function, then to the file")
    func pointsToALine() throws {
        #expect(try standing("\n\nborrow(\"greeting.1\") {}").place.line == 3)
        #expect(try standing("\n// TODO greeting.1: Greet.\n\"Hi\"").place.line == 2)
        #expect(try standing("\n\n\nfunc greet(_ name: String) {}").place.line == 4)
        #expect(try standing("").place == Place(file: FakeCourse.exercise, line: 1))
        #expect(try standing(nil).place == Place(file: FakeCourse.exercise, line: 1))
    }
}
