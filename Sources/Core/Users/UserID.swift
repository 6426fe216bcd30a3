package import Foundation
package import GRDB

/// The name of a user for machines: a UUID as lower-case text, never used a second time.
///
/// Row numbers are given out again after a delete, and then old tokens belong to somebody else.
package struct UserID: Hashable, Sendable {
    /// Such as `6f1f0b0e-3a52-4c5e-9d0a-0c8f3f6f8a11`.
    package let text: String

    package init(_ uuid: UUID = UUID()) {
        text = uuid.uuidString.lowercased()
    }

    /// Reads an id from a token or a path; nil if it is not written as ours are.
    package init?(_ text: String) {
        guard text.isLowercaseUUID else { return nil }
        self.text = text
    }
}

extension String {
    /// Whether this is a UUID (RFC 9562 §4) in lower case: the one way in which our ids are written.
    package var isLowercaseUUID: Bool {
        utf8.count == 36
            && zip(0..., utf8).allSatisfy { position, byte in
                switch byte {
                case UInt8(ascii: "-"): [8, 13, 18, 23].contains(position)
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                    ![8, 13, 18, 23].contains(position)
                default: false
                }
            }
    }
}

extension UserID: CustomStringConvertible {
    package var description: String { text }
}

extension UserID: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { text.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> UserID? {
        String.fromDatabaseValue(value).flatMap(UserID.init(_:))
    }
}
