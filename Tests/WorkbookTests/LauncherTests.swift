import Foundation
import Processes
import TestSupport
import Testing

/// The script `./workbook`, in a folder where a stand-in for SwiftPM does what the test wants.
struct LauncherTests {
    private let fake: FakeCourse
    private let program = ".build/debug/workbook"

    init() throws {
        fake = try FakeCourse()
        let script = Bundle.main.bundleURL.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "workbook")
        try fake.write(String(contentsOf: script, encoding: .utf8), to: "workbook", isExecutable: true)
        try fake.write("", to: "Sources/Workbook/Main.swift")
        try swift(version: "6.3.1", build: "exit 0")
    }

    private func swift(version: String, build: String) throws {
        try fake.write(
            """
            #!/bin/sh
            case $1 in --version) echo 'Swift version \(version) (swift-\(version)-RELEASE)'; exit ;; esac
            echo "$*" >> builds
            \(build)

            """, to: "bin/swift", isExecutable: true)
    }

    private func launch(_ arguments: [String] = []) throws -> Captured {
        let path = fake.root.appending(path: "bin").path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        return try Program("\(fake.root.path)/workbook", arguments, environment: ["PATH": path], workingDirectory: "/")
            .capture(timeout: .seconds(30))
    }

    private let echo = "#!/bin/sh\npwd\nfor word; do echo \"<$word>\"; done\nexit 7\n"

    @Test("Arguments and exit status pass through untouched, at the course's root")
    func passesThrough() throws {
        try fake.write(echo, to: program, isExecutable: true)
        let result = try launch(["run", "a b", "", "*", "$HOME", "--", "-x"])
        let root = fake.root.resolvingSymlinksInPath().path
        #expect(result.output == "\(root)\n<run>\n<a b>\n<>\n<*>\n<$HOME>\n<-->\n<-x>\n")
        #expect(result.status == 7)
        #expect(!fake.exists("builds"))
    }

    /// All at once the first time, without what the service needs.
    private static let firstBuild = "\(firstLessonBuild) --build-tests\n"

    @Test("It builds when there is nothing yet, and again when a source is newer, and not otherwise")
    func buildsWhenNeeded() throws {
        try swift(version: "6.3", build: "mkdir -p .build/debug; cp echo \(program)")
        try fake.write(
            echo.replacing("pwd", with: "echo \"$*\" >> verbs"), to: "echo", isExecutable: true)
        #expect(try launch().status == 7)
        #expect(try fake.text("builds") == Self.firstBuild)
        #expect(try launch().status == 7)
        #expect(try fake.text("builds") == Self.firstBuild)
        let later: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: 60)]
        try FileManager.default.setAttributes(
            later, ofItemAtPath: fake.root.appending(path: "Sources/Workbook/Main.swift").path)
        #expect(try launch().status == 7)
        #expect(try fake.text("builds") == Self.firstBuild + "\(firstLessonBuild) --product workbook\n")
        // What may be built in the background meanwhile would be waited for.
        #expect(try fake.text("verbs").hasSuffix("warm --stop\n\n"))
    }

    @Test("Who needs every lesson does not get the first alone before")
    func buildsEverythingAtOnce() throws {
        try swift(version: "6.3", build: "mkdir -p .build/debug; cp echo \(program)")
        try fake.write(echo, to: "echo", isExecutable: true)
        #expect(try launch(["author", "check"]).status == 7)
        #expect(try fake.text("builds") == "build --product workbook\n")
        #expect(fake.exists(".build/all-lessons"))
    }

    @Test("When it does not build, the compiler's words are shown")
    func showsFailures() throws {
        try swift(version: "6.3.1", build: "echo 'error: no such module'; exit 1")
        let result = try launch(["list"])
        #expect(result.status == 70)
        #expect(result.errors.contains("error: no such module"))
        #expect(result.output.isEmpty)
    }

    @Test("An older Swift is refused with the way to a newer one")
    func refusesOldSwift() throws {
        for (version, isRefused) in [("5.10", true), ("6.2.4", true), ("6.3", false), ("6.10", false), ("7.0", false)] {
            try swift(version: version, build: "echo 'tried to build'; exit 1")
            let result = try launch()
            #expect(result.status == 70)
            #expect(result.errors.contains("https://www.swift.org/install") == isRefused, "\(version)")
            #expect(result.errors.contains("tried to build") == !isRefused, "\(version)")
        }
    }

    #if os(Linux)
        @Test("Missing system packages are installed by root without a terminal; others are told the command")
        func installsPackages() throws {
            try fake.change("workbook", "/usr/include/", to: fake.root.path + "/include/")
            try fake.write("#!/bin/sh\nexit 1\n", to: "bin/pkg-config", isExecutable: true)
            try fake.write("#!/bin/sh\necho \"$*\" >> installs\n", to: "bin/apt-get", isExecutable: true)
            try fake.write("", to: "include/sqlite3.h")
            try swift(version: "6.3", build: "mkdir -p .build/debug; cp echo \(program)")
            try fake.write(echo, to: "echo", isExecutable: true)

            try fake.write("#!/bin/sh\necho 1000\n", to: "bin/id", isExecutable: true)
            let person = try launch()
            #expect(person.status == 70)
            #expect(person.errors.contains("sudo apt-get install -y --no-install-recommends libssl-dev\n"))
            #expect(!fake.exists("installs"))

            try fake.write("#!/bin/sh\necho 0\n", to: "bin/id", isExecutable: true)
            #expect(try launch().status == 7)
            #expect(
                try fake.text("installs") == "update -qq\ninstall -y --no-install-recommends libssl-dev -qq\n")
        }
    #endif
}
