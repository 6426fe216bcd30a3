/// Words as a POSIX shell reads them back.
enum ShellWord {
    private static let plain = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=+,@".utf8)

    /// The word, quoted if it must be; a very long one is cut, and says so.
    static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.utf8.allSatisfy(plain.contains)
        let short = word.count > 2_000 ? word.prefix(200) + "…(\(word.utf8.count) bytes)" : word[...]
        return isPlain ? String(short) : "'" + short.replacing("'", with: "'\\''") + "'"
    }
}
