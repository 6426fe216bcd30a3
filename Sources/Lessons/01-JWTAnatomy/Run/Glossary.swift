import Tokens

/// What the registered names in a token mean, each with the place that says so.
enum Glossary {
    /// A note on a member of a header or of claims; nil for a name that only its application knows.
    static func note(on name: String, _ value: JSONValue) -> String? {
        guard let meaning = meanings[name] else { return nil }
        guard case .integer(let seconds) = value, ["exp", "nbf", "iat"].contains(name) else { return meaning }
        return "\(Moment(seconds).text): \(meaning)"
    }

    private static let meanings = [
        "alg": "the algorithm that the issuer says it signed with (RFC 7515 §4.1.1)",
        "typ": "what kind of object this is (RFC 7519 §5.1)",
        "kid": "which of the issuer's keys signed it (RFC 7515 §4.1.4)",
        "crit": "extensions that must be understood, or the token refused (RFC 7515 §4.1.11)",
        "cty": "what kind of content is inside (RFC 7519 §5.2)",
        "iss": "issuer: who made the token (RFC 7519 §4.1.1)",
        "sub": "subject: whom the token is about, such as a user's id (RFC 7519 §4.1.2)",
        "aud": "audience: whom the token is for (RFC 7519 §4.1.3)",
        "exp": "expiration: refused from this second on (RFC 7519 §4.1.4)",
        "nbf": "not before: refused until this second (RFC 7519 §4.1.5)",
        "iat": "issued at (RFC 7519 §4.1.6)",
        "jti": "an id of this token alone (RFC 7519 §4.1.7)",
    ]
}
