import Curriculum

/// Do the chapter's commands, run from top to bottom, print what the chapter shows?
struct CommandQuestion: Question {
    let workplace: Workplace
    let name = "commands"

    func ask(_ audit: inout Audit) throws {
        let steps = steps(of: audit.chapter)
        audit.notRun = steps.count { !$0.isRunHere }
        let session = Session(steps: steps.filter(\.isRunHere), workplace: workplace)
        for (step, result) in zip(session.steps, try session.run()) {
            guard let result else {
                audit.complain(at: step.line, "This was never reached: a command above it ended the shell, or hangs.")
                continue
            }
            audit.commands += 1
            if let shown = step.shown {
                if !Transcript.matches(shown, result.output) {
                    audit.complain(
                        at: step.line,
                        "The chapter shows\n\(indented(shown))\nand this prints\n\(indented(result.output))")
                }
                if step.isPrediction { foretold(result.output, at: step.line, &audit) }
            } else if result.status != 0 {
                audit.complain(
                    at: step.line,
                    "This ends with exit status \(result.status). Put it right, or show what it prints in a "
                        + "```text output fence below it.\n\(indented(result.output))")
            }
        }
        if audit.predictions == 0 {
            audit.complain(
                "\(audit.chapter.path): nothing shows that the key to its Predict is right. Give it options with what is "
                    + "printed in backticks, and under Answers a ```sh predict fence that prints one of them.")
        }
        if audit.commands == 0 { audit.complain("\(audit.chapter.path) has no command that was run.") }
    }

    /// Holds what was printed to the options of "Predict": it must be the outcome of the right one, and of no other.
    private func foretold(_ output: [String], at line: Int, _ audit: inout Audit) {
        guard let question = audit.chapter.prediction else { return }
        let words = Set(output.map(\.trimmed))
        let seen = question.options.filter { option in option.outcome.map(words.contains) ?? false }
        audit.predictions += 1
        if seen.map(\.letter) != [question.answer] {
            let letters = seen.map { String($0.letter) }.joined(separator: ", ")
            audit.complain(
                at: line,
                "The key to Predict is \(question.answer), and what this prints is the outcome of "
                    + "\(letters.isEmpty ? "no option" : letters).\n\(indented(output))")
        }
    }

    private func steps(of chapter: Chapter) -> [Step] {
        chapter.fences.enumerated().compactMap { index, fence in
            guard fence.language == "sh" else { return nil }
            let next = index + 1 < chapter.fences.count ? chapter.fences[index + 1] : nil
            return Step(
                commands: fence.body, shown: next.flatMap { $0.isOutput ? $0.body : nil }, line: fence.line,
                isRunHere: fence.value("needs") == nil, isPrediction: fence.isPrediction)
        }
    }

    private func indented(_ lines: [String]) -> String {
        lines.map { "    \($0)" }.joined(separator: "\n")
    }
}

/// A fence of commands, and what it is said to print.
struct Step {
    let commands: [String]
    /// Nil if the chapter shows nothing.
    let shown: [String]?
    let line: Int
    let isRunHere: Bool
    let isPrediction: Bool
}
