import Terminal

/// The same in short, a line for each learner.
struct GradeTable {
    private static let columns: [(title: String, verdict: Verdict)] = [
        ("right", .right), ("to do", .toDo), ("wrong", .wrong), ("no build", .doesNotBuild),
        ("no start", .didNotStart),
    ]
    let workplace: Workplace
    /// How wide the names are.
    private let width: Int

    init(_ workplace: Workplace, of learners: [String]) {
        self.workplace = workplace
        let longest = learners.map(\.onOneLine.visibleWidth).max() ?? 0
        width = min(max(longest, 7), max(12, workplace.screen.width - 52))
    }

    func showHeader() {
        print(
            workplace.paint.bold(
                line("learner", Self.columns.map { ($0.title, $0.title.count) }) + "  seconds"))
        flushOutput()
    }

    func show(_ grades: [ExerciseGrade], of learner: String, seconds: Duration) {
        let cells = Self.columns.map { column in
            ("\(grades.count { $0.verdict == column.verdict })", column.title.count)
        }
        let time = "\(Int((seconds / .seconds(1)).rounded()))"
        print(line(learner.onOneLine, cells) + "  " + time.padded(onTheLeftTo: 7))
        flushOutput()
    }

    private func line(_ name: String, _ cells: [(text: String, width: Int)]) -> String {
        let short = name.visibleWidth > width ? "\(name.prefix(width - 1))…" : name
        let padding = String(repeating: " ", count: max(0, width - short.visibleWidth))
        return short + padding + cells.map { "  " + $0.text.padded(onTheLeftTo: $0.width) }.joined()
    }
}

extension String {
    fileprivate func padded(onTheLeftTo width: Int) -> String {
        String(repeating: " ", count: max(0, width - count)) + self
    }
}
