package import HTTPTypes

extension ServiceError {
    /// What a client that meets us for the first time is told about how to identify itself (RFC 6750 §3).
    static let realm = "Bearer realm=\"jwt-workbook\""

    /// The headers that belong to the refusal.
    package var headers: HTTPFields {
        switch self {
        case .invalidCredentials, .authorizationRequired: [.wwwAuthenticate: Self.realm]
        case .invalidToken, .tokenExpired, .tokenRevoked, .wrongTokenType:
            [.wwwAuthenticate: challenge("invalid_token")]
        case .freshTokenRequired: [.wwwAuthenticate: challenge("insufficient_user_authentication")]
        case .forbidden: [.wwwAuthenticate: Self.realm + ", error=\"insufficient_scope\""]
        case .methodNotAllowed(let allowed): [.allow: allowed.map(\.rawValue).joined(separator: ", ")]
        case .tooManyAttempts(let seconds), .overloaded(let seconds), .unavailable(let seconds):
            [.retryAfter: String(seconds)]
        default: [:]
        }
    }

    private func challenge(_ error: String) -> String {
        Self.realm + ", error=\"\(error)\", error_description=\"\(sentence)\""
    }
}
