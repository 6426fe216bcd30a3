import ArgumentParser
import Curriculum
import Foundation
import Processes
import Terminal

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare what you wrote with our solution.",
        discussion: """
            What you have not written yet is left out. Lines with - are yours, lines with + are ours.

              ./workbook diff login.2
            """)

    @Argument(help: "The lesson or exercise; without it, the lesson where you are.", completion: .subjects)
    var name: String?

    @Flag(name: .shortAndLong, help: "Do not ask before showing what has not passed.")
    var yes = false

    func run() throws {
        let workplace = try Workplace()
        let progress = try workplace.progress()
        let subject = try workplace.subject(named: name, progress)
        let open = subject.exercises.filter { $0.standing(in: workplace.files).isBorrowed }
        if open.count == subject.exercises.count {
            return workplace.say(
                "There is nothing of yours to compare yet. Begin at \(open[0].standing(in: workplace.files).place)")
        }
        let unproven = subject.exercises.first { exercise in
            !progress.hasPassed(exercise.id) && !open.contains { $0.id == exercise.id }
        }
        if let unproven, !yes, !workplace.agreesToSee(unproven, progress) { return }
        let shown = Set(subject.exercises.map(\.id)).subtracting(open.map(\.id))
        var isSame = true
        for source in subject.lesson.sources where source.holes.contains(where: { shown.contains($0.id) }) {
            isSame = try compare(source, shown, subject.lesson, in: workplace) && isSame
        }
        if isSame { workplace.say("What you wrote is word for word ours.") }
        if !open.isEmpty {
            workplace.say("Not shown, since not written yet: \(open.map(\.id).joined(separator: ", ")).")
        }
    }

    /// Prints the difference; says whether there is none.
    private func compare(
        _ source: MarkedFile, _ shown: Set<String>, _ lesson: Lesson, in workplace: Workplace
    ) throws -> Bool {
        let path = "\(lesson.place.exerciseFolder)/\(source.name)"
        let ours = try workplace.course.solutionText(of: source, for: lesson, at: path, showing: shown)
        let diff = Program(
            "diff", ["-u", "--label", "yours: \(path)", "--label", "ours: \(source.path)", path, "-"],
            workingDirectory: workplace.root.path)
        let result = try diff.capture(standardInput: Array(ours.utf8))
        guard [0, 1].contains(result.ending.status) else { throw Fault("diff failed: \(result.errors)") }
        for line in result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            print(coloured(String(line), workplace))
        }
        return result.ending.isSuccess
    }

    private func coloured(_ line: String, _ workplace: Workplace) -> String {
        switch line.first {
        case "-": workplace.paint.red(line)
        case "+": workplace.paint.green(line)
        case "@": workplace.paint.cyan(line)
        default: line
        }
    }
}
