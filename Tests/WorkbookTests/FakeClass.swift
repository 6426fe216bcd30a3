#if os(Linux)
    import Foundation
    import Processes
    import TestSupport

    /// A class that hands in to a fake course. Stand-ins compile and test: what a learner has written tells them what to
    /// do.
    struct FakeClass {
        let companion: Companion
        let folder: TemporaryFolder
        var course: FakeCourse { companion.course }

        init() throws {
            companion = try Companion()
            folder = try TemporaryFolder()
            let course = companion.course
            try course.write(Self.driver, to: "bin/swiftc", isExecutable: true)
            try course.write(Self.frontend, to: "bin/frontend", isExecutable: true)
            try course.write(Self.bundle, to: ".build/debug/jwt-workbookPackageTests.xctest", isExecutable: true)
            try course.write("", to: "Sources/Lessons/01-Greeting/Run/Lesson.swift")
            try course.write("'A.build/a.o'\n'Greeting.build/b.o'\n", to: ".build/objects")
            let root = course.root.path
            let arguments = "[\"\(root)/bin/swiftc\",\"-o\",\"there\",\"@\(root)/.build/objects\"]"
            let commands = ["C.Greeting-x-debug.module", "C.GreetingLesson-x-debug.module", "C.greeting-x-debug.exe"]
            let plan = commands.map { "  \"\($0)\":\n    inputs: [\"a.swiftmodule\"]\n    args: \(arguments)\n" }
            try course.write("commands:\n" + plan.joined(separator: "\n"), to: ".build/debug.yaml")
        }

        /// Says what it would run, or makes a library.
        private static let driver = """
            #!/bin/sh
            for word; do
                [ "$previous" = -o ] && output=$word
                previous=$word
            done
            case $previous in
                '-###') echo "$(dirname "$0")/frontend '-o' '$output'" ;;
                *) : > "$output" ;;
            esac

            """

        /// Makes a program, unless the learner has written what no compiler takes.
        private static let frontend = """
            #!/bin/sh
            file=$PWD/\(FakeCourse.exercise)
            grep -q unfinished "$file" && { echo "$file:1:1: error: =expected more" >&2; exit 1; }
            echo compiled >> "$(dirname "$0")/../compiled"
            : > "$2"
            chmod +x "$2"

            """

        /// Finds right whatever is not borrowed and does not say otherwise.
        private static let bundle = #"""
            #!/bin/sh
            file=\#(FakeCourse.exercise)
            says() { grep -q "$1" "$file"; }
            record() {
                verdict=right report=
                says "wrong $2" && verdict=wrong report='✓ it is there\n✗ =1+1 is two, or \"2\"\n\n  got  three'
                says "borrow(\"$2\")" && verdict='to do'
                says curious && { [ "$(grep -c : /proc/net/dev)" -gt 1 ] || env | grep -q MY_SECRET; } && verdict=wrong
                printf '{"test":"%s","title":"","exercise":"%s","subject":"yours","verdict":"%s","report":"%s"}\n' \
                    "$1" "$2" "$verdict" "$report" >> "$WORKBOOK_RECORD"
            }
            says endless && { sleep 600 & wait; }
            says chatty && yes | head -c 700000000
            says gone && exit 1
            says destructive && {
                rm -rf "$PWD/../../../Package.swift" "$PWD/chapters" "$HOME/destroyed"
                echo mine > "$HOME/written"
            } 2>/dev/null
            record greets greeting.1
            record parts greeting.2
            record refusesNobody greeting.2

            """#

        func handIn(_ text: String, by learner: String) throws {
            let file = URL(filePath: "\(folder.path)/\(learner)/\(FakeCourse.exercise)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        func grade(_ more: String..., environment: [String: String?] = [:]) throws -> Captured {
            let csv = ["--csv", course.root.appending(path: "grades.csv").path]
            let surroundings: [String: String?] = ["COLUMNS": "100", "HOME": folder.path]
            return try companion.run(
                ["grade", folder.path] + csv + (Self.canBeClosedIn ? [] : ["--unconfined"]) + more,
                environment: surroundings.merging(environment) { $1 })
        }

        static let canBeClosedIn: Bool = {
            let words = ["--user", "--map-root-user", "--net", "--pid", "--fork", "--mount", "--mount-proc", "--"]
            let attempt = Program("unshare", words + ["sh", "-c", "ip link set lo up && mount -t tmpfs tmpfs /run"])
            return (try? attempt.capture(timeout: .seconds(30)))?.isSuccess ?? false
        }()

        func rows() throws -> [String] {
            try course.text("grades.csv").components(separatedBy: "\r\n")
        }
    }
#endif
