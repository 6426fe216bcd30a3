/// Something in the course's own files that is not as it should be, and where.
package struct Problem: Error, Hashable, CustomStringConvertible {
    /// From the course's root.
    package let file: String
    /// The first line is 1; nil is the file as a whole.
    package let line: Int?
    /// What is wrong and what to do, in plain words.
    package let message: String

    package init(_ file: String, _ line: Int?, _ message: String) {
        (self.file, self.line, self.message) = (file, line, message)
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(message)"
    }
}
