/// A line of a file, written so that an editor can open it.
package struct Place: Hashable, Sendable, CustomStringConvertible {
    /// From the course's root.
    package let file: String
    /// The first line is 1.
    package let line: Int

    package init(file: String, line: Int) {
        (self.file, self.line) = (file, line)
    }

    package var description: String { "\(file):\(line)" }
}
