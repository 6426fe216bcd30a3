/// The bytes that tokens are signed with. They never describe themselves: descriptions end up in logs.
package struct SigningSecret: Sendable {
    /// The least number of bytes: as many as the hash has (RFC 7518 §3.2).
    package static let minimumSize = 32

    /// How to make one, for whoever has none.
    package static let recipe = "Make one with: openssl rand -base64 32"

    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Why a text is no secret to sign with.
    package enum Unusable: Error, Equatable {
        case notBase64
        case tooShort(bytes: Int)

        /// What to do about it, in words that follow the variable's name.
        package var sentence: String {
            switch self {
            case .notBase64: "must be base64. \(SigningSecret.recipe)"
            case .tooShort(let bytes):
                "must hold at least \(SigningSecret.minimumSize) bytes, and holds \(bytes): a shorter one can be "
                    + "guessed from a single token (RFC 7518 §3.2). \(SigningSecret.recipe)"
            }
        }
    }
}

extension SigningSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "SigningSecret(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
