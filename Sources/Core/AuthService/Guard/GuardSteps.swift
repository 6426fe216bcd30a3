package import GRDB
package import Hummingbird
package import Users

/// The steps from a request to the user who sent it, each a decision of its own.
///
/// ``StrictGuardSteps`` takes them rightly. ``Guard`` calls them, in this order, before every handler that needs a user.
package protocol GuardSteps: Sendable {
    /// Finds the bearer token, which is in the header `Authorization` and nowhere else (RFC 6750 §2.1).
    ///
    /// - Throws: ``ServiceError/authorizationRequired`` if none was sent, ``ServiceError/invalidRequest(_:)`` if there
    ///   are two such headers.
    func bearerToken(in request: Request) throws -> String

    /// Proves that a token is ours and in its time, and says truthfully why it is not.
    ///
    /// - Throws: ``ServiceError/invalidToken(cause:)`` or ``ServiceError/tokenExpired``.
    func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims

    /// Loads the user whom a proven token is about.
    ///
    /// - Parameter database: as it is at one moment, the same for all that is asked about this request.
    /// - Throws: ``ServiceError/invalidToken(cause:)`` if there is no such user any more.
    func user(of claims: TokenClaims, in database: Database, with parts: ServiceParts) throws -> User

    /// Answers who somebody is: `GET /my-info`.
    func myInfo(of user: User, with parts: ServiceParts) -> Response
}
