#if os(Linux)
    import Foundation
    import Processes
    import TestSupport
    import Testing

    /// What a class has handed in, judged and written into a table.
    struct GradeTests {
        private let school: FakeClass

        init() throws {
            school = try FakeClass()
        }

        @Test("A row for each exercise of each learner, as RFC 4180 quotes it, and without a formula in it")
        func writesTheTable() throws {
            try school.handIn("mine\n", by: "=SUM(1)")
            try school.handIn(
                school.course.text(FakeCourse.exercise).replacing("\n", with: "\r\n"), by: "Bea \"B\", of two")
            try school.handIn("borrow(\"greeting.1\")\n// wrong greeting.2\n", by: "carl")
            try school.handIn("unfinished\n", by: "dora")
            try school.handIn("more\n", by: "eve")
            try FileManager.default.createDirectory(
                atPath: "\(school.folder.path)/fay", withIntermediateDirectories: true)
            let result = try school.grade()
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(
                try school.rows() == [
                    "learner,lesson,exercise,verdict,tests right,tests,message",
                    "'=SUM(1),greeting,greeting.1,right,1,1,",
                    "'=SUM(1),greeting,greeting.2,right,2,2,",
                    "\"Bea \"\"B\"\", of two\",greeting,greeting.1,to do,0,1,",
                    "\"Bea \"\"B\"\", of two\",greeting,greeting.2,to do,0,2,",
                    "carl,greeting,greeting.1,to do,0,1,",
                    "carl,greeting,greeting.2,wrong,0,2,\"'=1+1 is two, or \"\"2\"\"\"",
                    "dora,greeting,greeting.1,does not build,0,1,PoliteSteps.swift:1:1: error: =expected more",
                    "dora,greeting,greeting.2,does not build,0,2,PoliteSteps.swift:1:1: error: =expected more",
                    "eve,greeting,greeting.1,right,1,1,",
                    "eve,greeting,greeting.2,right,2,2,",
                    "fay,greeting,greeting.1,to do,0,1,Nothing was handed in.",
                    "fay,greeting,greeting.2,to do,0,2,Nothing was handed in.",
                    "",
                ])
        }

        @Test("Only the exercise files are taken; what does not build may have needed others, and is told")
        func takesNothingElse() throws {
            try school.handIn("unfinished\n", by: "ana")
            let folder = URL(filePath: "\(school.folder.path)/ana")
            let exercise = folder.appending(path: FakeCourse.exercise)
            try Data("more\n".utf8).write(to: exercise.deletingLastPathComponent().appending(path: "More.swift"))
            try Data("theirs\n".utf8).write(to: folder.appending(path: "Package.swift"))
            #expect(try school.grade().status == 0)
            #expect(try school.rows().contains { $0.hasSuffix("(not taken: More.swift)") })
            let copy = ".build/grade/course"
            #expect(try school.course.text("\(copy)/Package.swift") == school.course.text("Package.swift"))
            #expect(!school.course.exists("\(copy)/Sources/Lessons/01-Greeting/Exercise/More.swift"))
            #expect(try school.course.text(FakeCourse.exercise).contains("borrow(\"greeting.1\")"))
        }

        @Test("What two have in common is judged once, and the skeleton is not judged at all")
        func judgesOnce() throws {
            for learner in ["ana", "ben", "cy"] { try school.handIn("mine\n", by: learner) }
            try school.handIn(school.course.text(FakeCourse.exercise), by: "dan")
            let result = try school.grade()
            #expect(result.output.contains("2 different versions"), "\(result.output)\(result.errors)")
            #expect(try school.rows().count { $0.contains(",right,") } == 6)
        }

        @Test("Whoever calls our solution instead of writing one is right, and the table says so")
        func seesOurs() throws {
            let ways = ["ours.greet(name)", "Greetings.PoliteSteps().greet(name)", "\"\\(ours.greet(name))\""]
            for (number, way) in (["yours.greet(name) // ours.greet(name)"] + ways).enumerated() {
                let text = "struct Mine {\n    func greet(_ name: String) -> String {\n        \(way)\n    }\n}\n"
                try school.handIn(text, by: "\(number)")
            }
            _ = try school.grade()
            let rows = try school.rows().filter { $0.contains(",greeting.1,") }
            let words = "It calls our solution: look at it."
            #expect(rows.map { $0.hasSuffix(words) } == [false, true, true, true], "\(rows)")
        }

        @Test("A line for each learner is shown; a folder without any is refused, and so is a lesson that there is not")
        func showsATable() throws {
            #expect(try school.grade().status == 64)
            try school.handIn("// wrong greeting.2\n", by: "ana")
            let result = try school.grade("--lesson", "greeting")
            let words = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            #expect(words.first?.first == "learner")
            #expect(words.dropFirst().first?.prefix(6) == ["ana", "1", "0", "1", "0", "0"], "\(result.output)")
            #expect(try school.grade("--lesson", "parting").status == 64)
        }

        @Test("Where our own solution does not pass, nobody is said to be wrong")
        func doubtsItself() throws {
            try school.course.change(
                FakeCourse.source, "\"Hello, \" + name", to: "\"Hello, \" + name // wrong greeting.1")
            try school.handIn("mine\n", by: "ana")
            let result = try school.grade()
            #expect(result.status == 1)
            let rows = try school.rows().filter { $0.hasPrefix("ana,") }
            #expect(rows.count == 2)
            let doubt = ",did not start,0,1,\"Our own solution of greeting.1 is wrong here"
            #expect(rows.first?.contains(doubt) == true, "\(rows)")
        }
    }
#endif
