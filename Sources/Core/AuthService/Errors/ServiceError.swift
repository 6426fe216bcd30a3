package import HTTPTypes
package import Users

/// Why a request is refused: every answer outside 2xx is one of these.
///
/// What a client is told about each stands in `ServiceError+Answer.swift`; what other errors count as, in
/// `ServiceError+Mapping.swift`.
package enum ServiceError: Error {
    /// The body cannot be read, or a member is missing or of the wrong type.
    case invalidRequest(UnreadableRequest)
    /// Login: nobody has the name, or the password is wrong. Which of the two is nobody's business.
    case invalidCredentials
    /// No bearer token was sent.
    case authorizationRequired
    /// The token is not one of ours, or not good here. The cause is for the log, not for the client.
    case invalidToken(cause: String)
    case tokenExpired
    case tokenRevoked
    /// A refresh token where an access token belongs, or the reverse.
    case wrongTokenType
    /// The token did not come straight from a password (RFC 9470).
    case freshTokenRequired
    /// Known, but not allowed.
    case forbidden
    case notFound
    case methodNotAllowed(allowed: [HTTPRequest.Method])
    case usernameTaken
    case lastAdmin
    case contentTooLarge
    case unsupportedMediaType
    /// The name or the password is against the rules.
    case account(AccountError)
    /// Too many wrong passwords. Seconds until the next attempt is looked at.
    case tooManyAttempts(retryAfter: Int)
    /// Our fault. The log has the cause.
    case `internal`
    /// Too much is waiting to be hashed. Seconds until it is worth asking again.
    case overloaded(retryAfter: Int)
    /// The database cannot be written or read: the disk is full, or gone. Seconds until it is worth asking again.
    case unavailable(retryAfter: Int)
}

/// What is wrong with a request's form.
package enum UnreadableRequest: Equatable, Sendable {
    case notJSON
    case missing(String)
    case notText(String)
    case notBoolean(String)
    case other
}

/// A refusal together with the error that led to it.
package struct Refused: Error {
    package let refusal: ServiceError
    package let cause: any Error

    package init(_ refusal: ServiceError, cause: any Error) {
        (self.refusal, self.cause) = (refusal, cause)
    }
}
