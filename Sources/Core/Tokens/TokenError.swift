/// Why a token is refused.
package enum TokenError: Error, Equatable {
    /// One of the three parts.
    package enum Part: String, Sendable {
        case header, claims, signature
    }

    case tooLarge(bytes: Int)
    case notThreeParts(count: Int)
    case notBase64URL(Part, Base64URLError)
    case notJSON(Part, JSONError)
    case wrongAlgorithm(JSONValue?)
    case wrongType(JSONValue?)
    case criticalHeader
    case unknownKey(JSONValue?)
    case wrongSignature
    /// Seconds since 1970 at which the token ceased to be good.
    case expired(at: Int)
    /// Seconds since 1970 from which the token will be good.
    case notYetValid(until: Int)
    case claimOfWrongType(String)

    /// A short, stable name of the cause, for programs and logs.
    package var reason: String {
        switch self {
        case .tooLarge: "too_large"
        case .notThreeParts: "not_three_parts"
        case .notBase64URL(_, let error): error.reason
        case .notJSON(_, .duplicateMember): "duplicate_member"
        case .notJSON: "not_json"
        case .wrongAlgorithm: "wrong_algorithm"
        case .wrongType: "wrong_type"
        case .criticalHeader: "critical_header"
        case .unknownKey: "unknown_key"
        case .wrongSignature: "wrong_signature"
        case .expired: "token_expired"
        case .notYetValid: "not_yet_valid"
        case .claimOfWrongType: "claim_of_wrong_type"
        }
    }
}

extension Base64URLError {
    /// A short, stable name of the cause, for programs and logs.
    package var reason: String {
        switch self {
        case .character, .length: "not_base64url"
        case .notCanonical: "not_canonical"
        }
    }
}
