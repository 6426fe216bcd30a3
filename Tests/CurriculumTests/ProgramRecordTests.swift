import Curriculum
import Foundation
import TestSupport
import Testing

struct ProgramRecordTests {
    @Test("A program's record tells of every change that the program does not know")
    func tellsOfChanges() throws {
        let fake = try FakeCourse()
        try fake.write("mine\n", to: FakeCourse.exercise)
        try fake.write("program", to: ".build/quick/greeting")
        let program = fake.root.appending(path: ".build/quick/greeting")
        let files = Files(root: fake.root)
        let place = try #require(Course(root: fake.root).lesson(named: "greeting")?.place)
        try ProgramRecord(
            program: FileMark(of: program), exercise: ProgramRecord.contents(of: place, in: files),
            surroundings: place.surroundings(in: files)
        ).save(beside: program)
        func change() throws -> String? {
            try #require(ProgramRecord(of: program)).change(since: program, of: place, in: files)
        }
        #expect(try change() == nil)
        try fake.write("yours\n", to: FakeCourse.exercise)
        #expect(try change() == FakeCourse.exercise)
        try fake.write("mine\n", to: FakeCourse.exercise)
        #expect(try change() == nil)
        let more = "Sources/Lessons/01-Greeting/Exercise/More.swift"
        try fake.write("", to: more)
        #expect(try change() == more)
        try FileManager.default.removeItem(at: fake.root.appending(path: more))
        try fake.write("another program", to: ".build/quick/greeting")
        #expect(try change() == "the program")
        try fake.change(FakeCourse.source, "Hello", to: "Good day")
        #expect(try change() == "something in Sources or Package.swift")
    }
}
