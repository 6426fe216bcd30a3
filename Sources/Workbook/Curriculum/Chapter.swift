/// What a chapter's text says: everything that the companion needs to know stands there and nowhere else.
package struct Chapter: Sendable {
    /// From the course's root.
    package let path: String
    package let text: String
    /// Without its number.
    package let title: String
    /// What the learner will be able to do.
    package let promise: String
    /// How long all of it takes, with reading: the row `| Time | 60 minutes |`. Nil if the chapter does not say.
    package let minutes: Int?
    package let exercises: [ExerciseEntry]
    /// By exercise, in their order.
    package let hints: [String: [String]]
    /// The after-notes, by exercise.
    package let notes: [String: String]
    package let fences: [Fence]
    /// What the reader is to foretell before it is shown; nil if the chapter has no "Predict", or none with options
    /// and a key.
    package let prediction: QuizQuestion?
    /// Those of "Check yourself".
    package let questions: [QuizQuestion]

    package init(path: String, text: String) throws {
        (self.path, self.text) = (path, text)
        let sections = Markdown.sections(text)
        guard let top = sections.first(where: { $0.level == 1 }) else {
            throw Problem(path, 1, "A chapter begins with its title: `# 1. Title`.")
        }
        let words = top.title.split(separator: " ", maxSplits: 1)
        let isNumbered = words.count == 2 && words[0].first?.isNumber == true
        title = isNumbered ? String(words[1]) : top.title
        promise = top.body.prefix { !$0.isBlank }.joined(separator: " ")
        minutes = top.body.lazy.compactMap(Self.minutes(inRow:)).first
        exercises = try Markdown.parts(of: "Exercises", in: sections).compactMap { section in
            try ExerciseEntry(section, path: path)
        }
        var hints: [String: [String]] = [:]
        for section in Markdown.parts(of: "Hints", in: sections) {
            hints[section.title] = Markdown.details(section.body)
        }
        self.hints = hints
        var notes: [String: String] = [:]
        for section in Markdown.parts(of: "Why it holds", in: sections) {
            notes[section.title] = Markdown.details(section.body).joined(separator: "\n\n")
        }
        self.notes = notes
        var answers: [String: String] = [:]
        for section in Markdown.parts(of: "Answers", in: sections) {
            answers[section.title] = Markdown.details(section.body).joined(separator: "\n\n")
        }
        questions = try Markdown.parts(of: "Check yourself", in: sections).map { section in
            try QuizQuestion(section, answers: answers, path: path)
        }
        // One that is not finished is for authors to care about.
        prediction = sections.first { $0.level == 2 && $0.title == "Predict" }.flatMap { section in
            try? QuizQuestion(section, answers: answers, path: path)
        }
        fences = try Fence.all(in: text, path: path)
    }

    private static func minutes(inRow line: String) -> Int? {
        let cells = line.split(separator: "|").map(\.trimmed)
        guard cells.count == 2, cells[0] == "Time", cells[1].hasSuffix(" minutes") else { return nil }
        return Int(cells[1].dropLast(8))
    }
}
