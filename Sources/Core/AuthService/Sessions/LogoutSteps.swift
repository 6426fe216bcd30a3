package import GRDB
package import Hummingbird

/// What it takes to end a session, each a decision of its own.
///
/// ``StrictLogoutSteps`` takes them rightly. ``LogoutFeature`` calls the first at `POST /logout`, the second at every
/// guarded request, the third at every login.
package protocol LogoutSteps: Sendable {
    /// Ends a session, and answers 200 once that is on disk.
    ///
    /// - Parameter request: the one that asks for it.
    func logOut(_ session: SessionID, asked request: Request, with parts: ServiceParts) async throws -> Response

    /// Lets only those through whose session lives.
    ///
    /// - Parameters:
    ///   - request: the one that brought the token.
    ///   - database: as it was when the user was loaded.
    /// - Throws: ``ServiceError/tokenRevoked``.
    func requireLiving(
        _ session: SessionID, for request: Request, in database: Database, with parts: ServiceParts
    ) throws

    /// Removes sessions that are over anyway: their tokens have expired.
    ///
    /// - Parameter limit: how many at the most, so that nobody waits for long.
    func prune(atMost limit: Int, with parts: ServiceParts) async throws
}
