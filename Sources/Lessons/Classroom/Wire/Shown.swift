import HTTPTypes
import Hummingbird
import Tokens

/// What of a request and its answer may be kept and shown.
///
/// What is masked is masked before anything keeps it. A password is not shown at all, and a token without its
/// signature: so the log can be read over a shoulder, and nothing in it opens a door.
enum Shown {
    private static let mask = "••••••••"
    /// Bodies larger than this many bytes are left out.
    static let largestBody = 16 * 1024

    /// Header fields that explain something, by name; others may hold what is nobody's business, such as cookies.
    private static let fields: Set<String> = [
        "accept", "allow", "authorization", "cache-control", "connection", "content-length", "content-type",
        "retry-after", "workbook-borrowed", "www-authenticate",
    ]

    /// A list of pairs of name and value.
    static func headers(_ headers: HTTPFields, host: String?) -> JSONValue {
        let known = headers.filter { fields.contains($0.name.canonicalName) }.map { field in
            pair(field.name.rawName, field.name == .authorization ? credentials(field.value) : field.value)
        }
        return .array((host.map { [pair("Host", $0)] } ?? []) + known)
    }

    /// An object, masked; null if there is none, and text in its place if it is anything else.
    static func body(_ bytes: ByteBuffer?) -> JSONValue {
        guard let bytes else { return .string("(not kept)") }
        guard bytes.readableBytes > 0 else { return .null }
        guard let object = try? JSONObject(parsing: Array(bytes.readableBytesView)) else {
            return .string("(not kept: no JSON object, so nobody knows which part would have to be masked)")
        }
        return masked(.object(object), named: "")
    }

    private static func masked(_ value: JSONValue, named name: String) -> JSONValue {
        switch value {
        case _ where name.lowercased().contains("password"): .string(mask)
        case .string(let text) where name.lowercased().contains("token") && name.lowercased() != "token_type":
            .string(token(text))
        case .array(let elements): .array(elements.map { masked($0, named: name) })
        case .object(let object):
            .object(JSONObject(object.members.map { .init($0.name, masked($0.value, named: $0.name)) }))
        default: value
        }
    }

    private static func credentials(_ value: String) -> String {
        guard let space = value.firstIndex(of: " ") else { return mask }
        return value[...space] + token(String(value[value.index(after: space)...]))
    }

    /// Header and claims, which are no secret, without what makes them count.
    private static func token(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return mask }
        return "\(parts[0]).\(parts[1])." + (parts[2].isEmpty ? "" : mask)
    }

    private static func pair(_ name: String, _ value: String) -> JSONValue { .array([.string(name), .string(value)]) }
}
