import Foundation

/// A tag that stands for a part of the last answer to another request:
/// `{% response 'body', 'req_login', 'b64::JC5hY2Nlc3NfdG9rZW4=::46b', 'when-expired', 300 %}`.
struct ResponseTag: Equatable {
    /// When Insomnia sends the other request instead of reading its last answer.
    enum Trigger: String {
        case never
        case noHistory = "no-history"
        case whenExpired = "when-expired"
        case always
    }

    let request: String
    /// The member of the answer's body that it reads: the JSONPath `$.member`.
    let member: String
    let trigger: Trigger
    /// In seconds.
    let maximumAge: Double

    /// Whether the other request is to be sent, where its last answer is this old; nil if there is none.
    func resends(afterAge age: Double?) -> Bool {
        switch trigger {
        case .never: false
        case .noHistory: age == nil
        case .whenExpired: age.map { $0 > maximumAge } ?? true
        case .always: true
        }
    }

    /// The first tag in a text, and where it stands; nil if there is none.
    ///
    /// - Throws: ``TagFailure/unreadable(_:)``.
    static func first(in text: String) throws -> (tag: ResponseTag, range: Range<String.Index>)? {
        guard let match = text.firstMatch(of: /\{%(.*?)%\}/) else { return nil }
        let form = /\s*response 'body', '(\w+)', 'b64::([A-Za-z0-9+\/=]+)::46b', '([a-z-]+)', (\d+)\s*/
        guard let parts = match.1.wholeMatch(of: form),
            let path = Data(base64Encoded: String(parts.2)).map({ String(decoding: $0, as: UTF8.self) }),
            let member = path.wholeMatch(of: /\$\.(\w+)/)?.1, let trigger = Trigger(rawValue: String(parts.3)),
            let age = Double(parts.4)
        else { throw TagFailure.unreadable(String(match.0)) }
        let tag = ResponseTag(
            request: String(parts.1), member: String(member), trigger: trigger, maximumAge: age)
        return (tag, match.range)
    }
}

/// Why a request is not sent, in Insomnia's words where it has some.
enum TagFailure: Error, Equatable, CustomStringConvertible {
    case noResponses
    case noResults(member: String)
    case unknownRequest(String)
    case unknownVariable(String)
    case unreadable(String)

    var description: String {
        switch self {
        case .noResponses: "No responses for request"
        case .noResults(let member): "Returned no results: $.\(member)"
        case .unknownRequest(let id): "Could not find request \(id)"
        case .unknownVariable(let name): "There is no variable \(name)"
        case .unreadable(let tag): "This is no response tag of the form that is read here: \(tag)"
        }
    }
}
