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
            try course.write(Self.lister, to: "bin/swift-autolink-extract", isExecutable: true)
            try course.write(Self.frontend, to: "bin/frontend", isExecutable: true)
            try course.write("", to: "Sources/Lessons/01-Greeting/Run/Lesson.swift")
            try course.write("'A.build/a.o'\n'Greeting.build/b.o'\n", to: ".build/objects")
            try course.write(plan, to: ".build/debug.yaml")
        }

        /// Says what it would run.
        private static let driver = """
            #!/bin/sh
            folder=$(dirname "$0")
            for word; do
                [ "$previous" = -o ] && output=$word
                case $word in *.o | *.so) objects="$objects $word" ;; esac
                previous=$word
            done
            case $output in
                *.draft) echo "$folder/swift-autolink-extract $objects -o there/list.autolink"
                    echo "$folder/frontend -o '$output' $objects @there/list.autolink -L$folder/lib/swift/linux \\
                        -lFoundation" ;;
                *) echo "$folder/frontend -o '$output'" ;;
            esac

            """

        /// Finds that everything asks for three libraries.
        private static let lister = """
            #!/bin/sh
            for word; do output=$word; done
            printf '%s\\n' -lFoundation -lm -lFoundation -lCurl > "$output"

            """

        /// Makes the same program of everything, unless it is told to complain.
        private static let frontend = """
            #!/bin/sh
            echo "compile $(basename "$2")" >> builds
            echo "$(basename "$2"): $*" >> commands
            for word; do case $word in @*.autolink) cat "${word#@}" >> commands; echo >> commands ;; esac; done
            case $2 in *.o) if [ -e complaint ]; then cat complaint >&2; exit 1; fi ;; esac
            case $* in *greeting.draft*swift_static*) if [ -e "archives miss something" ]; then exit 1; fi ;; esac
            for word; do file=$word; done
            case $2 in *.stub) cp "$file" "$2"; exit ;; esac
            case $* in *below.stub*) for name in one $(cat "more names" 2>/dev/null); do
                grep -q "$name" .build/quick/greeting/below.stub ||
                    { missed=yes; echo "error: undefined symbol: $name" >&2; }
                done ;; esac
            [ -z "$missed" ] || exit 1
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
            #expect(first.first == "compile below.draft")
            #expect(first.contains("compile Greeting.o"))
            #expect(first.contains("compile greeting.draft"))
            #expect(!first.contains(swiftBuild))
            #expect(try builds() == [])
            try companion.course.write("// two\n", to: FakeCourse.exercise)
            #expect(try builds().contains("compile Greeting.o"))
        }

        /// What the linker was told in a check after an edit: the words for what is below, and for the program.
        private func links(after edit: String) throws -> (below: [Substring], program: [Substring]) {
            try companion.course.write("// \(edit)\n", to: FakeCourse.exercise)
            try companion.course.write("", to: "commands")
            _ = try builds()
            let lines = try companion.course.text("commands").split(separator: "\n")
            func words(_ name: String) -> [Substring] {
                let start = lines.lastIndex { $0.hasPrefix("\(name): ") } ?? lines.endIndex
                let rest = lines[start...].dropFirst().prefix { !$0.contains(": ") }
                return (lines[start...].first?.split(separator: " ") ?? []) + rest
            }
            return (words("below.draft"), words("greeting.draft"))
        }

        @Test("What is below holds those of the toolchain's libraries of which there are archives")
        func holdsTheToolchainsLibraries() throws {
            for name in ["lib/swift_static/linux/libFoundation.a", "lib/swift_static/linux/libICU.a"] {
                try companion.course.write("", to: "bin/" + name)
            }
            let folder = companion.course.root.appending(path: "bin/lib/swift_static/linux").path
            _ = try builds()
            let (below, program) = try links(after: "one")
            let whole = below.split(separator: "--whole-archive").last?.prefix { $0 != "--no-whole-archive" }
            #expect(whole == ["\(folder)/libFoundation.a"])
            #expect(below.contains("\(folder)/libICU.a"))
            for words in [below, program] {
                #expect(words.contains("-lm") && words.contains("-lCurl") && !words.contains("-lFoundation"))
                #expect(words.contains("-L\(folder)"))
            }
        }

        @Test("What the archives do not have is linked with shared libraries, in that check and after it")
        func linksWithSharedLibraries() throws {
            try companion.course.write("", to: "bin/lib/swift_static/linux/libFoundation.a")
            try companion.course.write("", to: "archives miss something")
            _ = try builds()
            let (below, program) = try links(after: "one")
            for words in [below, program] {
                #expect(words.contains("-lFoundation") && !words.contains { $0.contains("swift_static") })
            }
            #expect(try builds() == [])
            try companion.course.write("// two\n", to: FakeCourse.exercise)
            let next = try builds()
            #expect(next.filter { $0.hasSuffix(".draft") } == ["compile greeting.draft"])
        }

        @Test("The linker reads all names of what is below when the learner's file asks for one more, and not again")
        func linksWithAStub() throws {
            _ = try builds()
            try companion.course.write("// one\n", to: FakeCourse.exercise)
            let stub = "compile below.stub"
            let link = "compile greeting.draft"
            #expect(try builds().suffix(4) == [stub, link, link, stub])
            try companion.course.write("// two\n", to: FakeCourse.exercise)
            #expect(try builds().filter { [stub, link].contains($0) } == [link])
            try companion.course.write("another", to: "more names")
            let (_, program) = try links(after: "three")
            #expect(program.contains { $0.contains("/below-") } && !program.contains { $0.hasSuffix("below.stub") })
            try companion.course.write("// four\n", to: FakeCourse.exercise)
            #expect(try builds().filter { [stub, link].contains($0) } == [link])
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
            #expect(!(try companion.course.text("builds").contains("greeting.draft")))
        }
    }
#endif
