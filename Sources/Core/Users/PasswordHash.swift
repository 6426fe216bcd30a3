import Foundation
import Tokens

/// What is kept instead of a password: one text in the PHC string format, which carries its own parameters.
///
/// `$scrypt$ln=17,r=8,p=1$<salt>$<key>`, salt and key in base64 without padding. It never describes itself.
package struct PasswordHash: Sendable, Equatable {
    /// The text as it stands in the database.
    package let stored: String

    /// Takes what stands in the database; whether it can be read shows in ``parts()``.
    package init(stored: String) {
        self.stored = stored
    }

    /// Writes a hash with its parameters.
    ///
    /// - Parameters:
    ///   - salt: random bytes, other ones for every password.
    ///   - key: what scrypt derived from the password and the salt.
    package init(salt: [UInt8], key: [UInt8], cost: ScryptCost) {
        // region phc-string
        let parameters = "ln=\(cost.log2N),r=\(cost.blockSize),p=\(cost.parallelism)"
        stored = "$scrypt$\(parameters)$\(Self.text(salt))$\(Self.text(key))"
        // endregion phc-string
    }

    /// The parts of a hash.
    package struct Parts: Sendable {
        package let salt: [UInt8]
        package let key: [UInt8]
        package let cost: ScryptCost
    }

    /// Reads the parts back.
    ///
    /// - Throws: ``Unreadable``.
    package func parts() throws -> Parts {
        let fields = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt" else { throw Unreadable() }
        let parameters = fields[2].split(separator: ",", omittingEmptySubsequences: false)
        guard parameters.count == 3,
            let log2N = Self.number(parameters[0], "ln="),
            let blockSize = Self.number(parameters[1], "r="),
            let parallelism = Self.number(parameters[2], "p="),
            let cost = ScryptCost(checking: log2N, blockSize: blockSize, parallelism: parallelism),
            let salt = try? Base64URL.decodeForgivingly(String(fields[3])),
            let key = try? Base64URL.decodeForgivingly(String(fields[4])), key.count == 32
        else { throw Unreadable() }
        return Parts(salt: salt, key: key, cost: cost)
    }

    /// Whether it was made at a lower cost than is asked for today, so that it should be made anew at the next login.
    package func isCheaper(than cost: ScryptCost) -> Bool {
        guard let parts = try? parts() else { return false }
        return parts.cost.isBelow(cost)
    }

    // region nobody
    /// A hash that no password fits, as dear to check as a real one: for names that nobody has.
    package static func ofNobody(cost: ScryptCost) -> PasswordHash {
        PasswordHash(salt: randomBytes(16), key: randomBytes(32), cost: cost)
    }
    // endregion nobody

    /// The stored text is no hash of ours.
    package struct Unreadable: Error {}

    private static func number(_ parameter: Substring, _ name: String) -> Int? {
        parameter.hasPrefix(name) ? Int(parameter.dropFirst(name.count)) : nil
    }

    private static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "PasswordHash(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
