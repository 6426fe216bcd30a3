/// Finding one's way among parentheses, in code without comments.
enum Brackets {
    private static let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}", "<": ">"]

    /// The bracket that closes the one at this place; strings are passed over.
    static func end(of open: String.Index, in code: String) -> String.Index? {
        guard let closer = closing[code[open]] else { return nil }
        let opener = code[open]
        var depth = 0
        var isString = false
        for index in code[open...].indices {
            let character = code[index]
            if character == "\"" { isString.toggle() }
            guard !isString else { continue }
            if character == opener { depth += 1 }
            if character == closer {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// Splits at the commas that stand in no bracket.
    static func split(_ code: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = code.startIndex
        var depth = 0
        var previous: Character = " "
        for index in code.indices {
            let character = code[index]
            if closing.keys.contains(character) { depth += 1 }
            if closing.values.contains(character), !(character == ">" && previous == "-") { depth -= 1 }
            if character == ",", depth == 0 {
                parts.append(code[start..<index])
                start = code.index(after: index)
            }
            previous = character
        }
        return parts + [code[start...]]
    }
}
