import Foundation

/// A password as it was typed, normalised to NFC: é is one code point, whichever keyboard sent it.
///
/// Nothing is trimmed or cut off, and NUL is a character like any other. It never describes itself: descriptions end
/// up in logs.
package struct Password: Sendable {
    /// The normalised text.
    package let text: String

    package init(_ text: String) {
        self.text = Self.isTooLong(text) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Whether a text is too long for a password in any form. Then no time is spent on its form: with thousands of accents
    /// that takes a tenth of a second. Where NFC has one code point, no other form has more than four (ᾂ has so many).
    private static func isTooLong(_ text: String) -> Bool {
        !text.unicodeScalars.dropFirst(4 * PasswordRule.length.upperBound).isEmpty
    }

    /// What is hashed: the normalised text in UTF-8.
    ///
    /// HMAC, at the bottom of scrypt, fills short keys up with NUL (RFC 2104 §2), so to it a password and the same one
    /// with NUL behind it are one. Where NUL comes last, a byte that UTF-8 never has keeps the two apart.
    package var bytes: [UInt8] {
        let bytes = Array(text.utf8)
        return bytes.last == 0 ? bytes + [0xFF] : bytes
    }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "Password(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
