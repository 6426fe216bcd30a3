import Foundation
import Tokens

/// A refusal in words: the stable reason for programs, a sentence for people.
struct Refusal {
    let reason: String
    let sentence: String

    init(reason: String, sentence: String) {
        (self.reason, self.sentence) = (reason, sentence)
    }

    /// - Parameter text: what was given as a token.
    init(_ error: any Error, of text: String) {
        switch error {
        case TokenError.notThreeParts where FileManager.default.fileExists(atPath: text) && !text.isEmpty:
            self.init(
                reason: "not_three_parts",
                sentence: "This is the name of a file. To read tokens from it, use - as the token and add: < \(text)")
        case TokenError.notThreeParts where text.isEmpty:
            self.init(
                reason: "not_three_parts", sentence: "This is empty: paste the whole token, three parts with dots.")
        case let error as TokenError:
            self.init(reason: error.reason, sentence: error.sentence)
        case let error as Base64URLError:
            self.init(reason: error.reason, sentence: error.sentence)
        default:
            self.init(reason: "internal", sentence: "This should not have happened: \(error)")
        }
    }

    var json: String {
        JSONObject([
            .init("valid", .boolean(false)), .init("reason", .string(reason)), .init("message", .string(sentence)),
        ]).json
    }
}

extension TokenError {
    /// What is wrong, and what to do about it.
    var sentence: String {
        switch self {
        case .tooLarge(let bytes): "It has \(bytes) bytes, and no token may have more than \(TokenReader.largest)."
        case .notThreeParts(let count):
            "A token has three parts with two dots between; this has \(count == 1 ? "one part" : "\(count) parts")."
        case .notBase64URL(let part, let error): "The \(part.rawValue) part: \(error.sentence)"
        case .notJSON(let part, let error): "The \(part.rawValue) part: \(error.sentence)"
        case .wrongAlgorithm(let value):
            "The header says alg \(value?.json ?? "nothing"), and this key is for HS256. The key decides, not the token."
        case .wrongType(let value):
            "The header says typ \(value?.json ?? "nothing"); we issue \"JWT\" and accept nothing else."
        case .criticalHeader:
            "The header has crit: it demands extensions that are not understood here (RFC 7515 §4.1.11)."
        case .unknownKey(let value): "The header names a key, \(value?.json ?? "none"), that is not known here."
        case .wrongSignature: "The signature does not match: another secret signed it, or it was changed afterwards."
        case .expired(let time): "It was good until \(Moment(time).text)."
        case .notYetValid(let time): "It will be good from \(Moment(time).text)."
        case .claimOfWrongType(let claim): "The claim \(claim) must be a whole number of seconds since 1970."
        }
    }
}

extension Base64URLError {
    var sentence: String {
        switch self {
        case .character(let position):
            "The character at position \(position) does not belong to base64url (A–Z a–z 0–9 - _, no spaces)."
        case .length: "Its length is impossible for base64url: was a character lost while copying?"
        case .notCanonical:
            "It is base64, but not in the one spelling that JWTs allow (no =, no + or /, no spare bits)."
        }
    }
}

extension JSONError {
    var sentence: String {
        switch self {
        case .unexpected(let position): "JSON breaks off at byte \(position)."
        case .endedEarly: "The JSON ends too early."
        case .notUTF8: "The bytes are not UTF-8 text."
        case .duplicateMember(let name): "It has two members \(JSONValue.string(name).json): which one would count?"
        case .nestedTooDeeply(let limit): "It is nested more than \(limit) levels deep."
        case .notAnObject: "It is JSON, but not an object in braces."
        }
    }
}
