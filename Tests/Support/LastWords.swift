/// What a program said before it crashed, without what only the makers of compilers can read.
///
/// Swift's runtime adds a backtrace. One line of it concerns a learner: the first that is in an exercise's file.
struct LastWords {
    /// All that it said itself, and where it crashed.
    let text: String

    /// - Parameter errors: its standard error.
    init(_ errors: String) {
        let lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
        let said = lines.prefix { line in !Self.beginnings.contains { line.hasPrefix($0) } }
        let place = lines.dropFirst(said.count).lazy.compactMap(Self.place).first.map { ["at \($0)"] } ?? []
        text = (said.filter { !$0.isEmpty }.map(String.init) + place).joined(separator: "\n")
    }

    /// The cause alone, without all that was logged before: `Fatal error: …` and the place; empty if it gave none.
    var cause: String {
        let lines = text.split(separator: "\n")
        guard let first = lines.lastIndex(where: { $0.contains("Fatal error") }) else { return "" }
        return lines[first...].joined(separator: "\n")
    }

    /// How a backtrace begins.
    private static let beginnings = ["*** Signal ", "*** Program crashed", "Current stack trace:"]

    /// `Sources/Lessons/04-Login/Exercise/StrictLoginSteps.swift:16:9` in a line of the backtrace.
    private static func place(in line: Substring) -> Substring? {
        guard line.contains("/Exercise/"), let start = line.firstRange(of: "Sources/Lessons/") else { return nil }
        return line[start.lowerBound...]
    }
}
