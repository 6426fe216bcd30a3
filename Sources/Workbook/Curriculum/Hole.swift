/// A marked stretch of a core file: the solution of an exercise.
package struct Hole: Sendable {
    /// Such as `jwt-anatomy.2`.
    package let id: String
    /// What is to be done, in one sentence.
    package let task: String
    /// The lines between the marks, as they stand.
    package let solution: [String]
    /// Where the mark begins; the first line is 1.
    package let line: Int
    /// The function whose body, or whose body's tail, it is; nil where there are none, in a Dockerfile.
    package let function: Signature?
    /// Whether the body has statements before it.
    package let isTail: Bool

    /// From the first mark to the last, counted from 0.
    let lines: ClosedRange<Int>

    /// What stands before each of its marks.
    var margin: String { String(repeating: " ", count: indentation) }
    let indentation: Int
}
