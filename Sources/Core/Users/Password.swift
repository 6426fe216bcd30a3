import Foundation

/// A password as it was typed, normalised to NFC: é is one code point, whichever keyboard sent it.
///
/// Nothing is trimmed or cut off, and NUL is a character like any other. It never describes itself: descriptions end
/// up in logs.
package struct Password: Sendable {
    /// The normalised text.
    package let text: String

    package init(_ text: String) {
        self.text = text.precomposedStringWithCanonicalMapping
    }

    /// The normalised text in UTF-8: what is hashed.
    package var bytes: [UInt8] { Array(text.utf8) }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "Password(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
