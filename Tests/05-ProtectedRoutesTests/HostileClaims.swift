import Foundation
import TestSupport
import Tokens

/// Tokens that are rightly signed and say what ours never say.
extension IssuedToken {
    /// Times that are no whole seconds, or none at all.
    var mistimed: [HostileToken] {
        let wrong: [JSONValue?] = [
            nil, .null, .string("\(secondsNow() + 60)"), .string("tomorrow"), .number(Double(secondsNow()) + 60.5),
            .number(1e300), .number(-1e300), .number(1e19), .boolean(true), .array([.integer(secondsNow() + 60)]),
            .object(JSONObject()),
        ]
        return ["exp", "nbf", "iat"].flatMap { claim in
            wrong.map { HostileToken("\(claim) \($0?.json ?? "(none)")", with(claim, $0)) }
        }
    }

    /// Times in whole seconds that are not now.
    var untimely: [HostileToken] {
        let ends = [secondsNow(), secondsNow() - 1, secondsNow() - 86_400, 0, -1, Int.min]
        return ends.map { HostileToken("the end \($0)", with("exp", .integer($0)), error: "token_expired") }
            + [secondsNow() + 300, Int.max].map { HostileToken("the beginning \($0)", with("nbf", .integer($0))) }
    }

    /// Made by somebody else, or for somebody else.
    var misaddressed: [HostileToken] {
        let ours = claims["iss"] ?? .null
        let issuers: [JSONValue?] = [
            nil, .null, .string(""), .string("another issuer"), .integer(1), .array([ours]), .boolean(true),
        ]
        let audiences: [JSONValue?] = [
            nil, .null, .string(""), .string("another audience"), .integer(1), .array([]),
            .array([.string("another audience")]), .array([.integer(1), .null]), .object(JSONObject()),
            .array([.array([claims["aud"] ?? .null])]),
        ]
        return issuers.map { HostileToken("iss \($0?.json ?? "(none)")", with("iss", $0)) }
            + audiences.map { HostileToken("aud \($0?.json ?? "(none)")", with("aud", $0)) }
    }

    /// About nobody, or not of the kind that is good here.
    var misdescribed: [HostileToken] {
        let id = claims["sub"] ?? .null
        let subjects: [JSONValue?] = [
            nil, .null, .string(""), .integer(1), .string("1"), .boolean(true), .array([id]), .object(JSONObject()),
            .string("' OR '1'='1"), .string("../../etc/passwd"), .string("\u{0}"), .number(0.5),
        ]
        let ids: [JSONValue?] = [nil, .null, .integer(7), .array([]), .boolean(false)]
        let types: [JSONValue?] = [nil, .null, .string(""), .string("Access"), .string("id"), .integer(1), .array([])]
        let freshness: [JSONValue?] = [nil, .null, .string("true"), .integer(1)]
        return [("sub", subjects), ("jti", ids), ("type", types), ("fresh", freshness)].flatMap { claim, values in
            values.map { HostileToken("\(claim) \($0?.json ?? "(none)")", with(claim, $0)) }
        }
    }
}
