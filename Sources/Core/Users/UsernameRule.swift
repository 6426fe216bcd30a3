/// Which names an account can have, once they are normalised: 3–32 of `a–z 0–9 . _ -`, a letter or digit first.
package enum UsernameRule {
    package static let length = 3...32

    /// Tells whether a normalised name is allowed.
    package static func allows(_ name: String) -> Bool {
        let characters = Array(name.utf8)
        guard length.contains(characters.count), let first = characters.first, isLetterOrDigit(first) else {
            return false
        }
        return characters.allSatisfy { isLetterOrDigit($0) || Array("._-".utf8).contains($0) }
    }

    private static func isLetterOrDigit(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}
