package import HTTPTypes
import Users

extension ServiceError {
    package var status: HTTPResponse.Status {
        switch self {
        case .invalidRequest: .badRequest
        case .invalidCredentials, .authorizationRequired, .invalidToken, .tokenExpired, .tokenRevoked,
            .wrongTokenType, .freshTokenRequired:
            .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .usernameTaken, .lastAdmin: .conflict
        case .contentTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .account: .unprocessableContent
        case .tooManyAttempts: .tooManyRequests
        case .internal: .internalServerError
        case .overloaded, .unavailable: .serviceUnavailable
        }
    }

    /// A short, stable name for programs.
    package var code: String {
        switch self {
        case .invalidRequest: "invalid_request"
        case .invalidCredentials: "invalid_credentials"
        case .authorizationRequired: "authorization_required"
        case .invalidToken: "invalid_token"
        case .tokenExpired: "token_expired"
        case .tokenRevoked: "token_revoked"
        case .wrongTokenType: "wrong_token_type"
        case .freshTokenRequired: "fresh_token_required"
        case .forbidden: "forbidden"
        case .notFound: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .usernameTaken: "username_taken"
        case .lastAdmin: "last_admin"
        case .contentTooLarge: "content_too_large"
        case .unsupportedMediaType: "unsupported_media_type"
        case .account(let error): error.reason
        case .tooManyAttempts: "too_many_attempts"
        case .internal: "internal"
        case .overloaded, .unavailable: "overloaded"
        }
    }

    /// One sentence for a person, with nothing internal in it.
    package var sentence: String {
        switch self {
        case .invalidRequest(let reason): reason.sentence
        case .invalidCredentials: "The user name or the password is wrong."
        case .authorizationRequired: "This needs a bearer token: log in and send it in the Authorization header."
        case .invalidToken: "This token is not valid here."
        case .tokenExpired: "This token has expired."
        case .tokenRevoked: "This token has been revoked."
        case .wrongTokenType: "This is the wrong type of token for this request."
        case .freshTokenRequired: "This needs a token that comes straight from a login: log in again."
        case .forbidden: "You are not allowed to do this."
        case .notFound: "There is nothing here."
        case .methodNotAllowed: "This method is not allowed here."
        case .usernameTaken: "Somebody has this user name."
        case .lastAdmin: "Somebody has to be an admin: name another one first."
        case .contentTooLarge: "The body is too large: 16 KiB is the most."
        case .unsupportedMediaType: "The body must be declared as JSON: Content-Type: application/json."
        case .account(let error): error.sentence
        case .tooManyAttempts: "There were too many wrong passwords for this name: wait, then try again."
        case .internal: "Something went wrong on our side."
        case .overloaded: "Too much is going on right now: try again in a moment."
        case .unavailable: "This cannot be done at the moment, and it is not your fault: try again later."
        }
    }
}

extension UnreadableRequest {
    var sentence: String {
        switch self {
        case .notJSON: "The body must be one JSON object without duplicate members."
        case .missing(let member): "The body has no member \"\(member)\"."
        case .notText(let member): "The member \"\(member)\" must be a string."
        case .notBoolean(let member): "The member \"\(member)\" must be true or false."
        case .other: "The request cannot be read."
        }
    }
}
