package import GRDB
package import Tokens
package import Users

/// What it takes to stay logged in with tokens that live for minutes, each a decision of its own.
///
/// ``StrictRefreshSteps`` takes them rightly. ``RefreshFeature`` calls them.
package protocol RefreshSteps: Sendable {
    /// The type of token that `POST /refresh` takes, and that opens no other door.
    var refreshType: TokenType { get }

    /// Mints a refresh token, and says in members of the token response what it is and for how many seconds it is good.
    ///
    /// - Returns: `refresh_token` and `refresh_expires_in`, which stand beside the access token.
    func members(with token: RefreshToken, with parts: ServiceParts) async throws -> JSONObject

    /// Puts a new refresh token in the place of one that has come to be spent. Of any number who come with the same
    /// token at once, one succeeds.
    ///
    /// - Returns: the new one; nil if the token was spent before, or the session has ended.
    func rotate(_ spent: RefreshToken, with parts: ServiceParts) async throws -> RefreshToken?

    /// Ends the session of a refresh token that was used a second time: two have it, and nobody knows who is who.
    ///
    /// - Returns: whether the session was still there.
    func endSession(ofReused token: RefreshToken, with parts: ServiceParts) async throws -> Bool

    /// Lets only tokens through that come straight from a password.
    ///
    /// - Throws: ``ServiceError/freshTokenRequired``.
    func requireFresh(_ claims: TokenClaims) throws

    /// Ends all sessions of a user.
    ///
    /// - Parameters:
    ///   - kept: one that goes on; nil for none.
    ///   - database: inside a transaction, in which more may change with it.
    func endSessions(of user: UserID, except kept: SessionID?, in database: Database) throws
}
