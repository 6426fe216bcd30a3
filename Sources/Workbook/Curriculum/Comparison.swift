extension Course {
    /// The learner's file with our solution in place of the functions of these exercises.
    ///
    /// Everything else stays the learner's: what they have not written yet is not given away, and what they have added
    /// is no difference. Where a function of theirs cannot be found, the whole of our file stands in for theirs.
    package func solutionText(
        of source: MarkedFile, for lesson: Lesson, at path: String, showing exercises: Set<String>
    ) throws -> String {
        let solution = source.exerciseText(for: lesson.place) { exercises.contains($0.id) ? .solution : .borrowed }
        var text = try files.text(path)
        for hole in source.holes where exercises.contains(hole.id) {
            guard let function = hole.function, let yours = FunctionSpan.find(function, in: text),
                let ours = FunctionSpan.find(function, in: solution)
            else { return solution }
            text = text.replacingLines(yours, from: solution, ours)
        }
        return text
    }
}

extension String {
    /// Puts some lines of another text in place of some of this one's.
    func replacingLines(_ old: ClosedRange<Int>, from other: String, _ new: ClosedRange<Int>) -> String {
        var lines = lines
        lines.replaceSubrange(old, with: other.lines[new])
        return lines.joined(separator: "\n")
    }
}
