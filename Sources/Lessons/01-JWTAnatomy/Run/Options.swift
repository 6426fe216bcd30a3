import ArgumentParser
import Foundation
import LessonKit
import Tokens

/// A verb of this lesson.
protocol Verb: ParsableCommand, Versioned {
    var json: Bool { get }
}

extension Verb {
    func validate() throws { _ = try choose(from: versions) }

    /// The steps of the chosen version.
    func steps() throws -> any TokenSteps { try choose(from: versions) }

    /// A reader that takes those steps.
    func reader() throws -> TokenReader { TokenReader(steps: try steps()) }
}

/// A verb that signs or verifies.
protocol VerbWithSecret: Verb {
    /// The secret as text.
    var secret: String? { get }
    /// The secret as base64url.
    var encodedSecret: String? { get }
}

extension ArgumentHelp {
    static let secret: Self = "The secret as text, 32 bytes or more."
    static let encodedSecret: Self = "The secret as base64url."
    static let text: Self = "The text, or - for one a line on standard input."
}

extension VerbWithSecret {
    /// The key; without an option, the one that the lessons share.
    ///
    /// - Throws: `ValidationError` with a sentence that never holds the secret.
    func key() throws -> HS256Key {
        do {
            return try HS256Key(bytes())
        } catch let error as HS256Key.TooShort {
            let sizes = "\(error.bytes) byte\(error.bytes == 1 ? "" : "s")"
            throw ValidationError(
                "The secret has \(sizes), and HS256 needs at least \(HS256Key.minimumSize) (RFC 7518 §3.2): "
                    + "a shorter one can be guessed. Make one with: openssl rand -base64 32")
        }
    }

    private func bytes() throws -> [UInt8] {
        if secret != nil && encodedSecret != nil {
            throw ValidationError("Give --secret or --secret-base64url, not both.")
        }
        if let secret { return Array(secret.utf8) }
        if let encodedSecret {
            guard let bytes = try? TokenReader().decode(encodedSecret) else {
                throw ValidationError("--secret-base64url takes base64url: A–Z a–z 0–9 - _ and no padding.")
            }
            return bytes
        }
        let file = DevelopmentSecret.file
        guard let shared = try? DevelopmentSecret.load(), let bytes = try? Base64URL.decodeForgivingly(shared) else {
            throw ValidationError(
                "No secret was given, and \(file.relativePath) cannot be read or made. Pass --secret TEXT.")
        }
        FileHandle.standardError.write(Data("No secret given: using the shared one in \(file.relativePath).\n".utf8))
        return bytes
    }
}

/// One text, or for `-` one a line on standard input.
struct Texts {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Calls the body with each text; after that, throws exit status 1 if any call said no.
    func judgeEach(_ body: (String) -> Bool) throws {
        var failed = false
        takeEach { text in if !body(text) { failed = true } }
        if failed { throw ExitCode.failure }
    }

    func takeEach(_ body: (String) throws -> Void) rethrows {
        guard text == "-" else { return try body(text) }
        while let line = readLine() { try body(line) }
    }
}
