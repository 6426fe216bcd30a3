package import Hummingbird
package import Tokens
package import Users

/// What somebody may want with an account.
package enum AccountAction: Sendable {
    case see, delete, changeRole
}

/// The steps from who somebody is to what they may do, each a decision of its own.
///
/// ``StrictClaimsSteps`` takes them rightly. ``ClaimsFeature`` calls them: the first while a token is minted, the others
/// once the guard has said who asks.
package protocol ClaimsSteps: Sendable {
    /// What an access token says of its user's rights. It is for clients to read, and proves nothing to us: roles change
    /// while a token lives.
    func claims(about user: User) -> JSONObject

    /// The policy: whether somebody may do something with an account.
    ///
    /// - Parameters:
    ///   - id: as it stands in the path. It may be nobody's, and no UUID at all.
    ///   - caller: who asks, as the database knew them when the request arrived.
    func isAllowed(
        _ action: AccountAction, with id: String, for caller: AuthenticatedContext, with parts: ServiceParts
    ) async throws -> Bool

    /// The account that somebody has asked for, if they may know of it.
    ///
    /// - Throws: ``ServiceError/forbidden`` if they are not allowed, whether or not there is such an account; else
    ///   ``ServiceError/notFound`` if there is none.
    func account(_ id: String, isAllowed: Bool, with parts: ServiceParts) async throws -> User

    /// Gives an account the rights of an admin, or takes them away, as the body of the request says.
    ///
    /// - Returns: the user with the new role.
    /// - Throws: ``ServiceError/forbidden``, then what is wrong with the body, then ``ServiceError/notFound`` or
    ///   `LastAdmin`.
    func changeRole(of id: String, as request: Request, isAllowed: Bool, with parts: ServiceParts) async throws -> User
}
