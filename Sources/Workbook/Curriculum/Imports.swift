/// An import of a whole module.
struct Import: Hashable {
    /// `package`, `public` or empty.
    let access: String
    let module: String

    init(_ access: String, _ module: String) {
        (self.access, self.module) = (access, module)
    }

    /// Reads a line; nil if it is anything else.
    init?(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        if words.count == 2, words[0] == "import" {
            self.init("", words[1])
        } else if words.count == 3, words[1] == "import", ["package", "public", "internal"].contains(words[0]) {
            self.init(words[0], words[2])
        } else {
            return nil
        }
    }

    var line: String { access.isEmpty ? "import \(module)" : "\(access) import \(module)" }
}

enum Imports {
    /// Takes the imports out of a file, with the blank line that follows them.
    static func split(_ lines: [String]) -> (imports: [Import], rest: [String]) {
        let start = lines.prefix { Import($0) != nil || $0.isBlank }
        return (start.compactMap(Import.init), Array(lines.dropFirst(start.count)))
    }

    /// In the formatter's order, each module once.
    static func sorted(_ imports: [Import]) -> [String] {
        var seen: Set<String> = []
        return imports.sorted { $0.module < $1.module }.filter { seen.insert($0.module).inserted }.map(\.line)
    }
}
