import Tokens
package import Users

/// A refresh token as the database and the steps know it: by its id. The token itself is stored nowhere.
package struct RefreshToken: Sendable {
    /// The claim `jti`.
    package let id: String
    package let user: UserID
    package let session: SessionID
    /// Seconds since 1970.
    package let issuedAt: Int
    /// The end of the session in seconds since 1970. It does not move: every token of a session has the same.
    package let expiresAt: Int

    package init(id: String, user: UserID, session: SessionID, issuedAt: Int, expiresAt: Int) {
        (self.id, self.user, self.session) = (id, user, session)
        (self.issuedAt, self.expiresAt) = (issuedAt, expiresAt)
    }

    /// The token that these claims came with.
    ///
    /// - Throws: ``ServiceError/invalidToken(cause:)`` without a session.
    package init(_ claims: TokenClaims) throws {
        self.init(
            id: claims.id, user: claims.subject, session: try claims.session, issuedAt: claims.issuedAt,
            expiresAt: claims.expiresAt)
    }

    /// The one that follows it in the same session.
    ///
    /// - Parameters:
    ///   - id: its own.
    ///   - now: seconds since 1970.
    package func successor(id: String, issuedAt now: Int) -> RefreshToken {
        RefreshToken(id: id, user: user, session: session, issuedAt: now, expiresAt: expiresAt)
    }
}
