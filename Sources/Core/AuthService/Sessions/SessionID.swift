package import Foundation
package import GRDB
import Tokens
import Users

/// The name of a session: of one login, and of all tokens that come of it.
package struct SessionID: Hashable, Sendable {
    /// A UUID in lower case: the claim `sid`.
    package let text: String

    package init(_ uuid: UUID) {
        text = uuid.uuidString.lowercased()
    }

    /// Reads an id from a token; nil if it is not written as ours are.
    package init?(_ text: String) {
        guard text.isLowercaseUUID else { return nil }
        self.text = text
    }
}

extension SessionID: CustomStringConvertible {
    package var description: String { text }
}

extension SessionID: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { text.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> SessionID? {
        String.fromDatabaseValue(value).flatMap(SessionID.init(_:))
    }
}

extension TokenClaims {
    /// `sid`: the session that the token belongs to.
    ///
    /// - Throws: ``ServiceError/invalidToken(cause:)`` if there is none.
    package var session: SessionID {
        get throws {
            guard case .string(let text) = all["sid"], let session = SessionID(text) else {
                throw ServiceError.invalidToken(cause: "claim_sid")
            }
            return session
        }
    }
}
