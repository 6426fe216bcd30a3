/// What a password must be (NIST SP 800-63B-4 §3.1.1.2): long, and none that is guessed first.
///
/// No rules about digits and symbols: they make passwords worse, not better.
package enum PasswordRule {
    /// In code points of the normalised text. Fifteen, since the password is the only factor.
    package static let length = 15...128

    /// Holds a new password to the rule. One that exists is never held to it: it may be older than the rule.
    ///
    /// - Parameter username: the normalised name that it is for.
    /// - Throws: ``AccountError/weakPassword(_:)``.
    package static func check(_ password: Password, for username: String) throws {
        let length = password.text.unicodeScalars.count
        guard length >= Self.length.lowerBound else { throw AccountError.weakPassword(.short) }
        guard length <= Self.length.upperBound else { throw AccountError.weakPassword(.long) }
        let text = password.text.lowercased()
        guard text != username else { throw AccountError.weakPassword(.isUsername) }
        guard !CommonPasswords.contains(text) else { throw AccountError.weakPassword(.common) }
    }
}

/// What a new password lacks.
package enum PasswordWeakness: Sendable {
    case short, long, common, isUsername
}
