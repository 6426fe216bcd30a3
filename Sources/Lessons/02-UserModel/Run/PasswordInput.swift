import ArgumentParser
import Foundation
import Terminal
import Users

/// The password that a verb is given: never as an argument, which every program on the machine can see.
enum PasswordInput {
    private static let largest = 65_536
    private static let lineEnd = UInt8(ascii: "\n")

    /// One line of standard input to the byte, or what is typed at the terminal.
    ///
    /// - Throws: `ValidationError` if it is no line of text.
    static func read() throws -> Password {
        var bytes = try Screen.input.isTerminal ? HiddenPrompt.ask("Password: ") : all()
        guard let last = bytes.last else {
            throw ValidationError(
                "No password came on standard input. Give one line: printf '%s' 'your passphrase' | user-model …")
        }
        if last == lineEnd { bytes.removeLast() }
        guard !bytes.contains(lineEnd) else {
            throw ValidationError("The password on standard input is one line, and there is another behind it.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError("The password on standard input is not UTF-8 text.")
        }
        return Password(text)
    }

    private static func all() throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let part = try FileHandle.standardInput.read(upToCount: largest), !part.isEmpty {
            bytes += part
            guard bytes.count <= largest else {
                throw ValidationError("What came on standard input is too long for a password.")
            }
        }
        return bytes
    }
}
