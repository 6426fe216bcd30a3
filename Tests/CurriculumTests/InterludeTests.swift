import Curriculum
import TestSupport
import Testing

struct InterludeTests {
    private let fake: FakeCourse

    init() throws {
        fake = try FakeCourse()
        try fake.write("# 1a. More\nYou can go on.\n", to: "chapters/01a-more.md")
        try fake.write("", to: "Tests/01a-MoreTests/Tests.swift")
    }

    @Test("A chapter whose number ends in a letter, with a folder of tests, is an interlude and no lesson")
    func readsAnInterlude() throws {
        let course = Course(root: fake.root)
        #expect(course.lessons.map(\.product) == ["greeting"])
        let interlude = try #require(course.interludes.first)
        #expect(course.interludes.count == 1)
        #expect((interlude.name, interlude.number, interlude.testTarget) == ("more", "1a", "MoreTests"))
        #expect((interlude.chapter.title, interlude.chapter.promise) == ("More", "You can go on."))
        for name in ["more", "More", "1a", "01a"] { #expect(course.interlude(named: name) != nil, "\(name)") }
        for name in ["", "1", "a", "mor", "more.1"] { #expect(course.interlude(named: name) == nil, "\(name)") }
    }

    @Test("It stands behind the lesson before it, and runs the program of the next one, or else of the last")
    func knowsItsNeighbours() throws {
        var course = Course(root: fake.root)
        let first = try #require(course.lessons.first)
        #expect(course.interludes(after: first).map(\.name) == ["more"])
        #expect(course.interludes.first.flatMap(course.lesson(usedBy:))?.product == "greeting")

        try fake.write("# 2. Parting\nYou can part.\n", to: "chapters/02-parting.md")
        try fake.write("", to: "Sources/Lessons/02-Parting/Flaws.swift")
        course = Course(root: fake.root)
        let second = try #require(course.lessons.last)
        #expect(course.interludes(after: first).map(\.name) == ["more"])
        #expect(course.interludes(after: second).isEmpty)
        #expect(course.interludes.first.flatMap(course.lesson(usedBy:))?.product == "parting")
    }

    @Test("One that cannot be read is named, and the rest of the course is there")
    func refusesABrokenOne() throws {
        try fake.write("More\n", to: "chapters/01a-more.md")
        let course = Course(root: fake.root)
        #expect(course.lessons.count == 1)
        #expect(course.problems.first?.description.hasPrefix("chapters/01a-more.md:1") == true)
    }
}
