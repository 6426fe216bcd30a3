/// The function around a hole.
struct FunctionBody {
    let signature: Signature
    let hasStatementsBefore: Bool

    /// Looks upward for the function, and makes sure that the hole is its body or its body's tail.
    ///
    /// - Parameter code: the lines without their comments.
    init(path: String, lines: [String], code: [String], mark: Int, end: Int) throws {
        let inner = lines[mark].indentation
        guard
            let start = (0..<mark).last(where: {
                !code[$0].isBlank && lines[$0].indentation < inner && Signature.begins(code[$0])
            }),
            let signature = Signature(code[start..<mark].joined(separator: "\n"))
        else { throw Problem(path, mark + 1, "This exercise is in no function whose parameters can be handed on.") }

        let first = start + signature.lineCount
        let isBody = first <= mark && lines[start].indentation == inner - 4
        let closing = lines.indices.dropFirst(end + 1).first { !code[$0].isBlank }
        guard isBody, let closing, lines[closing].trimmed == "}", lines[closing].indentation == inner - 4 else {
            throw Problem(path, mark + 1, "An exercise is the whole body of a function, or its tail up to the `}`.")
        }
        self.signature = signature
        hasStatementsBefore = code[first..<mark].contains { !$0.isBlank }
    }
}
