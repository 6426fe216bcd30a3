extension String {
    /// Breaks each line between words so that it fits the width. What follows a break is indented like its line, or
    /// under the words of a list item. A word that is wider than a line stays whole: nothing is lost.
    package func wrapped(to width: Int) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.wrap($0, to: width) }
            .joined(separator: "\n")
    }

    private static func wrap(_ line: Substring, to width: Int) -> String {
        guard line.visibleWidth > width else { return String(line) }
        let margin = line.prefix { $0 == " " }
        let hanging = String(margin) + String(repeating: " ", count: line.dropFirst(margin.count).bulletWidth)
        var lines: [String] = []
        var current = String(margin)
        var isFresh = true
        for word in line.split(separator: " ") {
            if !isFresh, current.visibleWidth + 1 + word.visibleWidth > width {
                lines.append(current)
                current = hanging
                isFresh = true
            }
            current += isFresh ? word : " " + word
            isFresh = false
        }
        return (lines + [current]).joined(separator: "\n")
    }
}

extension StringProtocol {
    /// How many columns the text takes, without its escape sequences.
    package var visibleWidth: Int {
        var width = 0
        var isEscape = false
        for character in self {
            if character == "\u{1B}" {
                isEscape = true
            } else if isEscape {
                isEscape = character != "m"
            } else {
                width += 1
            }
        }
        return width
    }

    /// How far a list item's words stand from its bullet or number; 0 for other lines.
    fileprivate var bulletWidth: Int {
        guard let space = firstIndex(of: " ") else { return 0 }
        let first = self[..<space]
        let isNumber = first.last == "." && first.count > 1 && first.dropLast().allSatisfy(\.isNumber)
        return first == "-" || first == "*" || isNumber ? first.count + 1 : 0
    }
}
