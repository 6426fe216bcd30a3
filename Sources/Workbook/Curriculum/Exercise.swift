/// A piece of the service that the learner rebuilds: its hole in the source, and what the chapter says about it.
package struct Exercise: Sendable {
    /// Such as `jwt-anatomy.2`.
    package let id: String
    package let title: String
    package let minutes: Int?
    /// The flaws that it prevents.
    package let prevents: [String]
    /// The names of the test functions that judge it.
    package let judgedBy: [String]
    /// One after the other.
    package let hints: [String]
    /// Why it holds: worth reading once it passes. Empty if the chapter has none.
    package let note: String
    /// Its heading in the chapter.
    package let chapterLine: Int
    package let hole: Hole
    /// The core file with the solution.
    package let source: String
    /// The learner's file.
    package let file: String

    /// The program's name of its lesson.
    package var lesson: String { String(id[..<(id.lastIndex(of: ".") ?? id.endIndex)]) }
}
