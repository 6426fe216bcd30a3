import Foundation
import Processes
import TestSupport
import Testing

/// The companion at work in a fake course, with a stand-in for SwiftPM: it builds nothing, and the tests record what
/// they are told to.
struct Companion {
    let course: FakeCourse
    let progress = ".workbook/progress.json"

    /// - Throws: if the companion is not built.
    init() throws {
        course = try FakeCourse()
        guard FileManager.default.isExecutableFile(atPath: Self.executable) else {
            throw CannotStart("The companion is not built. Build it with: swift build --product workbook")
        }
        try course.write("#!/bin/sh\nexit 0\n", to: "bin/swift", isExecutable: true)
        try course.write(Self.lesson, to: ".build/debug/greeting", isExecutable: true)
        try course.write(Self.bundle, to: ".build/debug/jwt-workbookPackageTests.xctest", isExecutable: true)
        try answer([:])
        _ = try run(["author", "sync"])
    }

    /// Beside the bundle that these tests are in.
    static let executable = Bundle.main.bundleURL.appending(path: "workbook").path

    func run(_ arguments: [String], environment: [String: String?] = [:], standardInput: String = "") throws -> Captured
    {
        try program(arguments, environment).capture(standardInput: Array(standardInput.utf8), timeout: .seconds(60))
    }

    /// Starts it and goes on.
    func start(_ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(program(arguments, [:]))
    }

    /// What would run it, in surroundings that hold no surprises.
    func program(_ arguments: [String], _ environment: [String: String?]) -> Program {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        var surroundings: [String: String?] = [
            "PATH": course.root.appending(path: "bin").path + ":" + path, "WORKBOOK_STATE": nil, "COLUMNS": nil,
            "WORKBOOK_OPEN": nil, "NO_COLOR": nil, "LESSON_SUBJECT": nil, "WORKBOOK_RECORD": nil,
            "WORKBOOK_WARM": "0",
        ]
        surroundings.merge(environment) { $1 }
        return Program(Self.executable, arguments, environment: surroundings, workingDirectory: course.root.path)
    }

    /// Has the tests of `yours` find this of each exercise; what is not named is to do, and `none` leaves no record.
    func answer(_ verdicts: [String: String]) throws {
        let lines = verdicts.map { "\($0.key) \($0.value)\n" }.joined()
        try course.write(lines, to: ".build/debug/verdicts")
    }

    /// Stands in for the lesson's program.
    private static let lesson = """
        #!/bin/sh
        [ "$*" = --flaws ] && exec printf 'mumbles\\tgreeting.1\\tNobody understands it.\\n'
        echo "greeting got: $*"
        cat
        exit 3

        """

    /// Stands in for the test bundle: it answers from the file `verdicts`; holes that are open are to do, flaws are wrong.
    private static let bundle = #"""
        #!/bin/sh
        folder=$(dirname "$0")
        record() {
            verdict=$(sed -n "s/^$2 //p" "$folder/verdicts")
            case $LESSON_SUBJECT in
                solution) verdict=right ;;
                flaw:*) verdict=wrong ;;
                *)
                    if [ -n "${WORKBOOK_PRODUCTS-}" ]; then
                        case ,$WORKBOOK_OPEN, in *,$2,*) verdict='to do' ;; *) verdict=right ;; esac
                    fi ;;
            esac
            [ "$verdict" = none ] && return
            printf '{"test":"%s","title":"It %s","exercise":"%s","subject":"%s","verdict":"%s","report":"why of %s"}\n' \
                "$1" "$1" "$2" "$LESSON_SUBJECT" "${verdict:-to do}" "$1" >> "$WORKBOOK_RECORD"
        }
        [ -e "$folder/silent" ] && exit 0
        case "$*" in *MoreTests*)
            printf '{"test":"tries","title":"","subject":"solution","verdict":"right","report":""}\n' >> "$WORKBOOK_RECORD"
            exit 0 ;;
        esac
        echo "$LESSON_SUBJECT" > "$folder/subject"
        if [ -e "$folder/endless" ]; then
            sleep 600 & echo $! > endless.pid
            trap 'kill $!; exit 1' TERM
            wait
        fi
        record greets greeting.1
        record parts greeting.2
        [ -e "$folder/forgets" ] || record refusesNobody greeting.2

        """#
}

extension Captured {
    var status: Int32 { ending.status }
}

/// What SwiftPM is told as long as lesson 1 is all that there is; what it is to build follows.
let firstLessonBuild = "build -Xswiftc -index-ignore-clang-modules -Xswiftc -index-ignore-system-modules"
