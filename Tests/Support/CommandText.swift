/// A command as it could be pasted into a shell.
struct CommandText: CustomStringConvertible {
    let description: String

    init(_ product: String, _ arguments: [String], subject: Subject, standardInput: [UInt8]) {
        let verb = arguments.prefix(1)
        let words = ["./workbook", "run", product] + verb + subject.options + arguments.dropFirst()
        let command = words.map(Self.quoted).joined(separator: " ")
        if standardInput.isEmpty {
            description = command
        } else if standardInput.count <= 1_000, let text = String(validating: standardInput, as: UTF8.self) {
            description = "printf '%s' \(Self.quoted(text)) | \(command)"
        } else {
            description = "\(command)   # with \(standardInput.count) bytes on standard input"
        }
    }

    /// The word as a POSIX shell reads it back; a very long one is cut, and says so.
    private static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=+,@".utf8).contains(byte)
        }
        let short = word.count > 2_000 ? word.prefix(200) + "…(\(word.utf8.count) bytes)" : word[...]
        return plain && !word.isEmpty ? String(short) : "'" + short.replacing("'", with: "'\\''") + "'"
    }
}
