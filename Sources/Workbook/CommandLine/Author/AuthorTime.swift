import ArgumentParser
import Curriculum
import Foundation
import Processes

struct AuthorTime: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Measure how long a saved edit takes to a verdict.",
        discussion: """
            In a copy of the course in which every exercise is solved, an exercise file is saved again and again; the \
            time from the save to the verdict is measured for ./workbook check, also of a file that does not compile, \
            and for swift test --filter beside it.
            """)

    @Argument(help: "The lessons; without any, all of them.")
    var names: [String] = []

    @Option(help: "How many edits are checked.")
    var edits = 20

    @Option(help: "How many of them swift test gets too; it takes longer.")
    var ordinary = 3

    func validate() throws {
        if edits < 1 || ordinary < 0 { throw ValidationError("There must be at least one edit.") }
    }

    func run() throws {
        let workplace = try Workplace()
        let asked = try names.map { try workplace.lesson(named: $0, LearnerProgress()) }
        Warming(workplace).stop()
        let root = try Scratch(workplace).fill(.solution)
        print("From a saved edit to the verdict, in seconds. In brackets: of how many edits it is the middle or worst.")
        print(
            "lesson".padded(to: 18) + "check".padded(to: 22) + "of what does not compile".padded(to: 26)
                + "swift test --filter")
        for lesson in asked.isEmpty ? workplace.course.lessons : asked {
            let race = Race(lesson: lesson, root: root)
            let quick = try race.times(of: race.check, edits: edits)
            let broken = try race.times(of: race.check, edits: edits, thatCompile: false)
            let slow = ordinary > 0 ? try race.times(of: race.swiftTest, edits: ordinary) : nil
            print(
                lesson.product.padded(to: 18) + quick.text.padded(to: 22) + broken.text.padded(to: 26)
                    + (slow?.text ?? "not asked"))
            flushOutput()
        }
    }
}

/// Two ways to a verdict, for the same edits of one lesson.
private struct Race {
    let lesson: Lesson
    let root: URL

    var check: Program {
        Program(
            Bundle.main.executablePath ?? "workbook", ["check", lesson.product],
            environment: ["WORKBOOK_STATE": root.appending(path: ".build/state").path], workingDirectory: root.path)
    }

    var swiftTest: Program {
        Program(
            "swift", ["test", "--filter", "^\(lesson.place.testTarget)\\."],
            environment: ["LESSON_SUBJECT": "yours"], workingDirectory: root.path)
    }

    /// Saves the file and runs the program, once for nothing and then as often as asked.
    func times(of program: Program, edits: Int, thatCompile isGood: Bool = true) throws -> Times {
        let files = Files(root: root)
        guard let path = files.swiftFiles(under: lesson.place.exerciseFolder).first else {
            throw Fault("\(lesson.product) has no exercise file to edit.")
        }
        let original = try files.text(path)
        defer { try? files.write(original, to: path) }
        var seconds: [Double] = []
        // The first edits build what all others rest on.
        for number in -2..<edits {
            let mistake = isGood ? "" : "let number: Int = \"\" "
            try files.write(original + "\(mistake)// Edit \(number) by \(program.executable).\n", to: path)
            let start = ContinuousClock.now
            let result = try program.capture()
            let time = (ContinuousClock.now - start) / .seconds(1)
            guard result.isSuccess == isGood, isGood || result.output.contains("error: cannot convert") else {
                let told = result.output + result.errors
                throw Fault(
                    isGood
                        ? "\(lesson.product) fails with every exercise solved:\n\(told)"
                        : "\(lesson.product) is not told that a text is no number:\n\(told)")
            }
            if number >= 0 { seconds.append(time) }
        }
        return Times(seconds: seconds.sorted())
    }
}

/// Times in seconds, the shortest first.
private struct Times {
    let seconds: [Double]

    var text: String {
        "\(rounded(seconds[seconds.count / 2])), worst \(rounded(seconds[seconds.count - 1])) (\(seconds.count))"
    }

    private func rounded(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension String {
    /// With spaces after it, to stand in a column.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
