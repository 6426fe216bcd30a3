import Curriculum
import Foundation
import TestSupport
import Testing

struct SyncTests {
    private let fake: FakeCourse

    init() throws {
        fake = try FakeCourse()
    }

    private func sync() throws -> [SyncOutcome] {
        try Course(root: fake.root).synchronise().map(\.outcome)
    }

    @Test("A file is written once, and again when its source has changed")
    func writesWhatIsOurs() throws {
        #expect(try sync() == [.written])
        #expect(try fake.text(FakeCourse.exercise).contains("borrow(\"greeting.1\")"))
        #expect(try sync() == [.unchanged])
        try fake.change(FakeCourse.source, "Greet by name.", to: "Greet by full name.")
        #expect(try sync() == [.written])
        #expect(try fake.text(FakeCourse.exercise).contains("Greet by full name."))
    }

    @Test("A file that a learner has touched is theirs, and the others are done all the same")
    func keepsWork() throws {
        let second = "Sources/Core/Greetings/ZealousSteps.swift"
        let zeal = "func cheer() {\n    // exercise greeting.3: Cheer.\n    // end greeting.3\n}\n"
        try fake.write(zeal, to: second)
        try fake.change(
            FakeCourse.chapter, "## Hints", to: "### greeting.3 — Cheer\n*1 minute · judged by `cheers`*\n\n## Hints")
        #expect(try sync() == [.written, .written])
        try fake.change(FakeCourse.exercise, "borrow(\"greeting.1\") { ours.greet(name) }", to: "name")
        let theirs = try fake.text(FakeCourse.exercise)
        try fake.change(FakeCourse.source, "Greet by name.", to: "Greet by full name.")
        try fake.change(second, "Cheer.", to: "Cheer twice.")
        #expect(try sync() == [.kept, .written])
        #expect(try fake.text(FakeCourse.exercise) == theirs)
        #expect(try sync() == [.kept, .unchanged])
    }

    @Test("A file that is no text is somebody's work too")
    func keepsWhatItCannotRead() throws {
        let url = fake.root.appending(path: FakeCourse.exercise)
        try fake.write("", to: FakeCourse.exercise)
        try Data([0xff, 0xfe, 0x00]).write(to: url)
        #expect(try sync() == [.kept])
        #expect(try Data(contentsOf: url) == Data([0xff, 0xfe, 0x00]))
    }

    @Test("A damaged record of fingerprints is refused at its line")
    func refusesADamagedRecord() throws {
        try fake.write("0123456789abcdef  a.swift\nnonsense\n", to: "Sources/Lessons/.derived")
        let problem = #expect(throws: Problem.self) { try sync() }
        #expect(problem?.line == 2)
    }

    @Test("Reset brings the skeleton back and keeps every byte of what was there")
    func resetsALesson() throws {
        _ = try sync()
        let skeleton = try fake.text(FakeCourse.exercise)
        try fake.write("mine\r\n", to: FakeCourse.exercise)
        let course = try Course(root: fake.root)
        let lesson = try #require(course.lessons.first)
        let resets = try course.reset(lesson, keepingCopiesIn: "copies/1")
        #expect(resets.map(\.file) == [FakeCourse.exercise])
        #expect(try fake.text(FakeCourse.exercise) == skeleton)
        #expect(try fake.text(try #require(resets.first?.copy)) == "mine\r\n")
        #expect(try course.reset(lesson, keepingCopiesIn: "copies/2").isEmpty)
    }

    @Test("Reset of one exercise leaves the others of its file alone")
    func resetsAnExercise() throws {
        _ = try sync()
        try fake.change(FakeCourse.exercise, "borrow(\"greeting.1\") { ours.greet(name) }", to: "\"Hi {\" + name")
        try fake.change(
            FakeCourse.exercise, "return try borrow(\"greeting.2\") { try ours.part(from: name, at: hour) }",
            to: "return name")
        let course = try Course(root: fake.root)
        _ = try course.reset(try #require(course.exercise(named: "1.1")), keepingCopiesIn: "copies/1")
        let text = try fake.text(FakeCourse.exercise)
        #expect(text.contains("borrow(\"greeting.1\") { ours.greet(name) }"))
        #expect(text.contains("return name"))
    }

    @Test("Reset of an exercise whose function is gone says what to do instead")
    func cannotResetWhatIsGone() throws {
        _ = try sync()
        try fake.write("// nothing\n", to: FakeCourse.exercise)
        let course = try Course(root: fake.root)
        let exercise = try #require(course.exercise(named: "1.1"))
        let problem = #expect(throws: Problem.self) { try course.reset(exercise, keepingCopiesIn: "copies/1") }
        #expect(problem?.message.contains("./workbook reset greeting") == true)
    }
}
