package import Foundation
package import Hummingbird
package import Tokens
package import Users

/// The steps from a name and a password to a token, each a decision of its own.
///
/// ``StrictLoginSteps`` takes them rightly. ``LoginFeature`` calls them, and the first one when the service starts.
package protocol LoginSteps: Sendable {
    /// The secret that tokens are signed with, from its configured text.
    ///
    /// - Throws: ``SigningSecret/Unusable``; then the service does not start.
    func signingSecret(from text: String) throws -> SigningSecret

    /// Finds the user and checks the password, in the same time and with the same refusal whether or not the user
    /// exists.
    ///
    /// - Parameter name: normalised.
    /// - Throws: ``ServiceError/invalidCredentials``, ``ServiceError/overloaded(retryAfter:)``.
    func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User

    /// Mints an access token.
    ///
    /// - Parameters:
    ///   - claims: those that it has besides the registered ones, such as `type` and `fresh`.
    ///   - now: when it is issued, and from when on it is good.
    func accessToken(
        for user: User, claims: JSONObject, at now: Date, with parts: ServiceParts
    ) async throws -> String

    /// The token response of OAuth 2.0 (RFC 6749 §5.1), which nothing on the way may store.
    ///
    /// - Parameter members: those that it has besides the usual ones.
    func answer(_ accessToken: String, members: JSONObject, with parts: ServiceParts) -> Response
}
