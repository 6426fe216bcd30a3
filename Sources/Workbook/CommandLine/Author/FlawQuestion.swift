import Curriculum
import Foundation
import Processes

/// Is every flaw that the lesson ships caught by the exercise that it names, and told of in the chapter?
struct FlawQuestion: Question {
    let workplace: Workplace
    let lesson: Lesson
    let name = "flaws"

    func ask(_ audit: inout Audit) throws {
        let flaws = try shipped()
        if flaws.isEmpty {
            audit.complain("\(lesson.product) --flaws lists no flaw. Ship one in \(lesson.place.folder)/Flaws.swift.")
        }
        for (flaw, id) in flaws {
            guard let exercise = lesson.exercises.first(where: { $0.id == id }) else {
                audit.complain("The flaw \(flaw) names \(id), which is no exercise of \(lesson.product).")
                continue
            }
            if !exercise.prevents.contains(flaw) {
                audit.complain(
                    at: exercise.chapterLine, "\(id) prevents `\(flaw)`. Say so in the line below the heading.")
            }
            // A mistake in an image is a Dockerfile, to be read beside the right one.
            let ways = ["--flaw \(flaw)", "/\(flaw).Dockerfile"]
            if !ways.contains(where: lesson.chapter.text.contains) {
                audit.complain(
                    "\(lesson.place.chapter): nobody exploits --flaw \(flaw). Let the learner do it under Break it.")
            }
            let run = try TestBundle(workplace).run(lesson.place.testTarget, subject: "flaw:\(flaw)")
            if run.records.contains(where: { $0.exercise == id && $0.verdict == .wrong }) {
                audit.flaws += 1
            } else {
                audit.complain("No test of \(id) finds the flaw \(flaw). Write one that fails for --flaw \(flaw).")
            }
        }
        let known = Set(flaws.map(\.flaw))
        for exercise in lesson.exercises {
            for flaw in exercise.prevents where !known.contains(flaw) {
                audit.complain(
                    at: exercise.chapterLine,
                    "\(exercise.id) prevents `\(flaw)`, but \(lesson.product) --flaws has none such.")
            }
        }
    }

    /// What `--flaws` lists.
    func shipped() throws -> [(flaw: String, exercise: String)] {
        let program = Program(Builder(workplace).executable(lesson.product).path, ["--flaws"])
        let result = try program.capture(timeout: .seconds(30))
        guard result.isSuccess else { throw Fault("\(lesson.product) --flaws failed: \(result.errors)") }
        return try result.output.split(separator: "\n").map { line in
            let parts = line.split(separator: "\t")
            guard parts.count == 3 else {
                throw Fault("\(lesson.product) --flaws prints a line that is not name, exercise and sentence: \(line)")
            }
            return (String(parts[0]), String(parts[1]))
        }
    }
}
