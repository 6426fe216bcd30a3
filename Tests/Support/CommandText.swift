/// A command as it could be pasted into a shell.
struct CommandText: CustomStringConvertible {
    let description: String

    /// - Parameter subject: whose options follow the verb; nil if the arguments are all there is.
    init(
        _ product: String, _ arguments: [String], subject: Subject?, standardInput: [UInt8], after prefix: [String] = []
    ) {
        let verb = arguments.prefix(1)
        let words = ["./workbook", "run", product] + verb + (subject?.options ?? []) + arguments.dropFirst()
        let command = (prefix + words.map(ShellWord.quoted)).joined(separator: " ")
        if standardInput.isEmpty {
            description = command
        } else if standardInput.count <= 1_000, let text = String(validating: standardInput, as: UTF8.self) {
            description = "printf '%s' \(ShellWord.quoted(text)) | \(command)"
        } else {
            description = "\(command)   # with \(standardInput.count) bytes on standard input"
        }
    }
}
