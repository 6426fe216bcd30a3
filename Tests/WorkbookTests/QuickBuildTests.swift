#if os(Linux)
    import Foundation
    import Processes
    import TestSupport
    import Testing

    /// A saved edit, built without SwiftPM: stand-ins for the compiler write down what they are told.
    struct QuickBuildTests {
        private let companion: Companion
        private let swiftBuild = "swift \(firstLessonBuild) --product greeting"
        private let testBuild = "swift \(firstLessonBuild) --product jwt-workbookPackageTests"

        init() throws {
            companion = try Companion()
            let course = companion.course
            try course.write("#!/bin/sh\necho \"swift $*\" >> builds\n", to: "bin/swift", isExecutable: true)
            try course.write(Self.driver, to: "bin/swiftc", isExecutable: true)
            try course.write(Self.frontend, to: "bin/frontend", isExecutable: true)
            try course.write("", to: "Sources/Lessons/01-Greeting/Run/Lesson.swift")
            try course.write("'A.build/a.o'\n'Greeting.build/b.o'\n", to: ".build/objects")
            try course.write(plan, to: ".build/debug.yaml")
        }

        /// Says what it would run, or makes a library.
        private static let driver = """
            #!/bin/sh
            folder=$(dirname "$0")
            for word; do
                [ "$previous" = -o ] && output=$word
                previous=$word
            done
            case $previous in
                '-###') echo "$folder/frontend '-o' '$output'" ;;
                *) echo "library" >> builds; : > "$output" ;;
            esac

            """

        /// Makes the same program of everything, unless it is told to complain.
        private static let frontend = """
            #!/bin/sh
            echo "compile $(basename "$2")" >> builds
            if [ -e complaint ]; then cat complaint >&2; exit 1; fi
            cp .build/debug/greeting "$2"

            """

        private var plan: String {
            let swiftc = companion.course.root.appending(path: "bin/swiftc").path
            let objects = companion.course.root.appending(path: ".build/objects").path
            return "commands:\n"
                + ["C.Greeting-x-debug.module", "C.GreetingLesson-x-debug.module", "C.greeting-x-debug.exe"].map {
                    """
                      "\($0)":
                        tool: shell
                        inputs: ["a.swiftmodule"]
                        args: ["\(swiftc)","-Onone","-o","there","@\(objects)"]

                    """
                }.joined(separator: "\n")
        }

        /// What a check builds.
        private func builds() throws -> [String] {
            try companion.course.write("", to: "builds")
            _ = try companion.run(["check"])
            return try companion.course.text("builds").split(separator: "\n").map(String.init)
        }

        @Test(
            "The first time SwiftPM builds; after an edit the lesson alone is compiled; what is unchanged is left alone"
        )
        func compilesTheLessonAlone() throws {
            #expect(try builds() == [swiftBuild, testBuild])
            try companion.course.write("// one\n", to: FakeCourse.exercise)
            let first = try builds()
            #expect(first.first == "library")
            #expect(first.contains("compile Greeting.o"))
            #expect(first.contains("compile greeting.draft"))
            #expect(!first.contains(swiftBuild))
            #expect(try builds() == [])
            try companion.course.write("// two\n", to: FakeCourse.exercise)
            #expect(try builds().contains("compile Greeting.o"))
        }

        @Test("What has changed below a lesson is built by SwiftPM, and so is what nobody has planned")
        func noticesWhatIsBelow() throws {
            _ = try builds()
            try companion.course.write("// one\n", to: FakeCourse.exercise)
            _ = try builds()
            try companion.course.change(FakeCourse.source, "Hello", to: "Good day")
            #expect(try builds() == [swiftBuild, testBuild])
            try companion.course.write("// two\n", to: FakeCourse.exercise)
            #expect(try builds().contains("compile Greeting.o"))
            try companion.course.write("", to: ".build/debug.yaml")
            try companion.course.write("// three\n", to: "Sources/Lessons/01-Greeting/Exercise/More.swift")
            #expect(try builds() == [swiftBuild])
        }

        @Test("The compiler's words about a learner's file are shown as they are")
        func showsTheCompilersWords() throws {
            _ = try builds()
            let path = companion.course.root.appending(path: FakeCourse.exercise).path
            try companion.course.write("\(path):4:5: error: cannot find hello in scope\n", to: "complaint")
            try companion.course.write("// one\n", to: FakeCourse.exercise)
            let result = try companion.run(["check"])
            #expect(result.status == 1)
            #expect(result.output.hasPrefix("\(FakeCourse.exercise):4:5: error: cannot find hello in scope\n"))
            #expect(!(try companion.course.text("builds").contains("draft")))
        }
    }
#endif
