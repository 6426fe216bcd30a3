package import GRDB
package import Hummingbird
package import Tokens
package import Users

/// The steps of a registration, and the form of a refusal, each a decision of its own.
///
/// ``StrictRegisterSteps`` takes them rightly. ``RegisterFeature`` calls them.
package protocol RegisterSteps: Sendable {
    /// Reads and judges what somebody has sent who wants an account.
    ///
    /// - Parameter id: the new user's; whatever the body says about it changes nothing.
    /// - Throws: ``ServiceError/invalidRequest(_:)`` or `AccountError`.
    func newUser(from body: JSONObject, id: UserID, with parts: ServiceParts) throws -> NewUser

    /// Stores the user and answers 201. The constraint of the database decides whether the name is free.
    ///
    /// - Throws: `DatabaseError`, or ``ServiceError/overloaded(retryAfter:)``.
    func create(_ new: NewUser, with parts: ServiceParts) async throws -> Response

    /// What an error of the database means to somebody who registers.
    func refusal(of error: DatabaseError) -> ServiceError

    /// The body of every refusal, of whatever request: `error` and `message`.
    ///
    /// - Parameter cause: the error that led to the refusal. It is for the log, not for the client.
    func body(of refusal: ServiceError, cause: any Error) -> JSONObject
}
