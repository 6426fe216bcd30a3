/// Where a function stands in a learner's file.
enum FunctionSpan {
    /// The lines of the function with these name and labels, from its declaration to its `}`, counted from 0.
    static func find(_ wanted: Signature, in text: String) -> ClosedRange<Int>? {
        let code = SwiftText(text).code
        let lines = code.lines
        for (index, line) in lines.enumerated() where Signature.begins(line) {
            let rest = lines[index...].joined(separator: "\n")
            guard let signature = Signature(rest), signature.isCalledLike(wanted),
                let open = bodyStart(in: rest), let close = Brackets.end(of: open, in: rest)
            else { continue }
            return index...(index + rest[..<close].count { $0 == "\n" })
        }
        return nil
    }

    private static func bodyStart(in code: String) -> String.Index? {
        guard let open = code.firstIndex(of: "("), let close = Brackets.end(of: open, in: code) else { return nil }
        return code[close...].firstIndex(of: "{")
    }
}

extension Signature {
    func isCalledLike(_ other: Signature) -> Bool {
        name == other.name && parameters.map(\.label) == other.parameters.map(\.label)
    }
}
