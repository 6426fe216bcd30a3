import ArgumentParser
import Curriculum
import Foundation
import Processes

/// What the process in the background does: it builds one thing after the other, in the order in which the learner will
/// need them.
///
/// When it is told to end it takes SwiftPM and the compilers along.
struct WarmUp {
    private let workplace: Workplace
    private let notes: WarmingNotes

    init(_ workplace: Workplace) {
        self.workplace = workplace
        notes = Warming(workplace).notes
    }

    func run() throws {
        takeChildrenAlong()
        guard FileLock.isHeld(notes.lock) else { throw ValidationError("This is started by other verbs, with a lock.") }
        defer { notes.write(progress: nil) }
        notes.write(trouble: try build())
    }

    /// Builds until everything is there; returns what has kept it from it.
    private func build() throws -> String? {
        // Damaged progress is left for a verb that can tell of it.
        let progress = ProgressFile(in: workplace.state).peek() ?? LearnerProgress()
        let current = try workplace.currentLesson(progress)
        let lessons = Array(workplace.course.lessons.drop { $0.product != current.product })
        var trouble: String?
        for lesson in lessons {
            if let words = try build(lesson) {
                // A learner's file may be half written: other lessons do not need it.
                guard words.contains("Sources/Lessons/") else { return Self.explain(words) }
                trouble = words
            }
            // Without them nobody is judged in the next lesson.
            guard lesson.product == lessons.prefix(2).last?.product else { continue }
            if case .failed(let words) = try builder(named: "tests").buildTests(of: workplace.course.lessons) {
                return Self.explain(words)
            }
        }
        return trouble
    }

    /// The compiler's words if it does not build.
    private func build(_ lesson: Lesson) throws -> String? {
        let builder = builder(named: lesson.product)
        if !builder.isBuiltBelow(lesson), case .failed(let words) = try builder.build(lesson) { return words }
        try QuickBuilder(workplace, lesson).prepare()
        return nil
    }

    private func builder(named name: String) -> Builder {
        Builder(workplace, BuildScope(workplace, isAhead: true)) { swift in
            let running = try RunningProgram(swift)
            var ending = running.waitForEnd(within: .zero)
            while ending == nil {
                Thread.sleep(forTimeInterval: 0.2)
                let steps = Self.steps(in: running.standardOutput)
                notes.write(progress: name + (steps.map { ", \($0)" } ?? ""))
                ending = running.waitForEnd(within: .zero)
            }
            let output = String(decoding: running.standardOutput + running.standardError, as: UTF8.self)
            return (ending?.isSuccess == true, output)
        }
    }

    /// SwiftPM counts as it goes: `[312/904] Compiling …` is `312 of 904`.
    private static func steps(in output: [UInt8]) -> String? {
        let last = output.split(separator: UInt8(ascii: "\n")).last { $0.first == UInt8(ascii: "[") }
        guard let words = last.map({ String(decoding: $0, as: UTF8.self) })?.dropFirst(),
            let end = words.firstIndex(of: "]")
        else { return nil }
        let numbers = words[..<end].split(separator: "/").compactMap { Int($0) }
        return numbers.count == 2 ? "\(numbers[0]) of \(numbers[1])" : nil
    }

    private static func explain(_ words: String) -> String {
        let signs = ["Could not resolve host", "unable to access", "Failed to clone", "failed to fetch", "timed out"]
        return signs.contains(where: words.contains) ? "The packages cannot be fetched: is there a network?" : words
    }
}
