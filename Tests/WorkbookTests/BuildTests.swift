import Foundation
import Processes
import TestSupport
import Testing

struct BuildTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
    }

    /// Has SwiftPM fail, and say this of a file.
    private func fail(_ file: String) throws {
        let path = companion.course.root.appending(path: file).path
        let script = """
            #!/bin/sh
            for time in 1 2; do
                echo '[3/9] Compiling Greeting'
                echo '\(path):4:5: error: cannot find hello in scope'
                echo ' 4 | hello'
                echo '\(path):5:5: warning: never used'
            done
            exit 1

            """
        try companion.course.write(script, to: "bin/swift", isExecutable: true)
    }

    @Test("What does not build is said in the compiler's words first, each error once, without SwiftPM's noise")
    func showsTheCompilersWords() throws {
        try fail(FakeCourse.exercise)
        let result = try companion.run(["check", "greeting"])
        #expect(result.status == 1)
        #expect(
            result.output.hasPrefix("\(FakeCourse.exercise):4:5: error: cannot find hello in scope\n 4 | hello\n\n"))
        #expect(result.output.contains("does not build"))
        #expect(!result.output.contains("Compiling"))
        #expect(!result.output.contains("never used"))
        #expect(result.output.count { $0 == "✓" } == 0)
    }

    @Test("The same as JSON")
    func showsItAsJSON() throws {
        try fail(FakeCourse.exercise)
        let result = try companion.run(["check", "--json"])
        #expect(result.status == 1)
        #expect(result.output.contains("\"verdict\":\"does not build\""))
        #expect(result.output.contains("cannot find hello in scope"))
    }

    @Test("What does not build because of us is our fault")
    func admitsFaults() throws {
        try fail("Sources/Core/Greetings/PoliteSteps.swift")
        let result = try companion.run(["check", "greeting"])
        #expect(result.status == 70)
        #expect(result.errors.contains("did not fail because of your files"))
    }

    @Test("What has not changed is not built again; what has changed is, wherever its date has moved")
    func buildsWhatChanged() throws {
        try companion.course.write("#!/bin/sh\necho \"$*\" >> builds\n", to: "bin/swift", isExecutable: true)
        func builds() throws -> [String] {
            defer { try? companion.course.write("", to: "builds") }
            _ = try companion.run(["check"])
            return try companion.course.exists("builds")
                ? companion.course.text("builds").split(separator: "\n").map(String.init) : []
        }
        #expect(
            try builds() == [
                "\(firstLessonBuild) --product greeting", "\(firstLessonBuild) --product jwt-workbookPackageTests",
            ])
        #expect(try builds() == [])
        try companion.course.write("// mine\n", to: FakeCourse.exercise)
        #expect(try builds() == ["\(firstLessonBuild) --product greeting"])
        let old: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)]
        try FileManager.default.setAttributes(
            old, ofItemAtPath: companion.course.root.appending(path: FakeCourse.exercise).path)
        #expect(try builds() == ["\(firstLessonBuild) --product greeting"])
    }

    @Test("An interrupted check takes along what it has started")
    func leavesNothingBehind() throws {
        let script = "#!/bin/sh\necho $$ > begun.draft\nmv begun.draft begun\nexec sleep 600\n"
        try companion.course.write(script, to: "bin/swift", isExecutable: true)
        let check = try companion.start(["check"])
        try eventually { companion.course.exists("begun") }
        let process = try #require(
            Int32(companion.course.text("begun").trimmingCharacters(in: .whitespacesAndNewlines)))
        check.signal(SIGINT)
        #expect(check.waitForEnd(within: .seconds(30)) == .signalled(SIGINT))
        try eventually { !isRunning(process) }
    }

    @Test("watch checks again when a file is saved, and ends with Ctrl-C")
    func watches() throws {
        let watch = try companion.start(["watch"])
        _ = try watch.waitForLine(startingWith: "To do: greeting.1", within: .seconds(30))
        _ = try watch.waitForLine(startingWith: "Watching", within: .seconds(30))
        try companion.answer(["greeting.1": "wrong"])
        try companion.course.write("// saved\n", to: FakeCourse.exercise)
        _ = try watch.waitForLine(startingWith: "  ✗ greeting.1", within: .seconds(30))
        watch.signal(SIGINT)
        #expect(watch.waitForEnd(within: .seconds(30)) == .signalled(SIGINT))
    }
}
