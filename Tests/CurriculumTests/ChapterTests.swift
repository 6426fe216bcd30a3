import Curriculum
import Foundation
import TestSupport
import Testing

struct ChapterTests {
    @Test("A lesson is its chapter, its folder and the marks: nothing is listed twice")
    func readsALesson() throws {
        let fake = try FakeCourse()
        let course = Course(root: fake.root)
        let lesson = try #require(course.lessons.first)
        #expect(lesson.product == "greeting")
        #expect(lesson.number == "1")
        #expect(lesson.chapter.title == "Greeting")
        #expect(lesson.chapter.promise == "You can greet and part.")
        #expect(lesson.place.testTarget == "GreetingTests")
        #expect(lesson.exercises.map(\.id) == ["greeting.1", "greeting.2"])
        let first = try #require(lesson.exercises.first)
        #expect(first.title == "Say hello")
        #expect(first.minutes == 4)
        #expect(first.prevents == ["mumbles"])
        #expect(first.judgedBy == ["greets"])
        #expect(first.hints == ["The first hint.", "The second hint.", "The third hint."])
        #expect(first.note == "A name is a courtesy.")
        #expect(lesson.exercises.last?.judgedBy == ["parts", "refusesNobody"])
    }

    @Test("A lesson and an exercise answer to their names and numbers")
    func findsByName() throws {
        let fake = try FakeCourse()
        let course = Course(root: fake.root)
        for name in ["greeting", "Greeting", "1", "01"] { #expect(course.lesson(named: name) != nil, "\(name)") }
        for name in ["", "2", "greet", "greeting.1"] { #expect(course.lesson(named: name) == nil, "\(name)") }
        for name in ["greeting.2", "1.2", "01.2"] { #expect(course.exercise(named: name)?.id == "greeting.2") }
        for name in ["", ".", "1.", ".2", "1.3", "greeting", "1.22"] {
            #expect(course.exercise(named: name) == nil, "\(name)")
        }
    }

    @Test("A chapter that is only read needs no folder")
    func leavesReadingAlone() throws {
        let fake = try FakeCourse()
        try fake.write("# 1a. More\n", to: "chapters/01a-more.md")
        try fake.write("# Contents\n", to: "chapters/README.md")
        #expect(Course(root: fake.root).lessons.count == 1)
    }

    @Test("Where chapter and marks do not agree, the line to open is named")
    func refusesDisagreement() throws {
        let chapter = FakeCourse.chapter
        let source = FakeCourse.source
        let cases: [(file: String, old: String, new: String, place: String)] = [
            (chapter, "### greeting.2 — Say goodbye", "### greeting.3 — Say goodbye", "\(chapter):27"),
            (chapter, "### greeting.2 — Say goodbye", "### Say goodbye", "\(source):16"),
            (chapter, "### greeting.2 — Say goodbye", "### greeting.2 Say goodbye", "\(chapter):27"),
            (chapter, "*4 minutes", "4 minutes", "\(chapter):22"),
            (chapter, "Hello, [..]\n```", "Hello, [..]\n", "\(chapter):"),
            (chapter, "# 1. Greeting\n", "\n", "\(chapter):1"),
            (source, "greeting.1", "greeting.4", "\(chapter):22"),
            (source, "greeting.", "parting.", "\(chapter):22"),
        ]
        for (file, old, new, place) in cases {
            let fake = try FakeCourse()
            try fake.change(file, old, to: new)
            let problem = Course(root: fake.root).problems.first
            #expect(problem?.description.hasPrefix(place) == true, "\(problem?.description ?? "") after \(new)")
        }
    }

    @Test("Marks of a lesson that does not exist are named")
    func refusesOrphans() throws {
        let fake = try FakeCourse()
        let path = "Sources/Core/Partings/Steps.swift"
        try fake.write("func a() {\n    // exercise parting.1: Do.\n    // end parting.1\n}\n", to: path)
        let problem = Course(root: fake.root).problems.first
        #expect(problem?.description.hasPrefix("\(path):2: The mark parting.1 belongs to no lesson") == true)
    }

    @Test("A file that cannot be read as text is named")
    func refusesBytes() throws {
        let fake = try FakeCourse()
        try Data([0xff, 0xfe]).write(to: fake.root.appending(path: FakeCourse.chapter))
        let problem = Course(root: fake.root).problems.first
        #expect(problem?.description == "\(FakeCourse.chapter): This file is not UTF-8 text.")
    }

    @Test("The course is found from any folder inside it, and nowhere else")
    func findsTheRoot() throws {
        let fake = try FakeCourse()
        let inside = fake.root.appending(path: "Sources/Lessons/01-Greeting", directoryHint: .isDirectory)
        #expect(Course.root(around: inside)?.standardizedFileURL.path == fake.root.standardizedFileURL.path)
        #expect(Course.root(around: URL(filePath: "/")) == nil)
    }
}
