/// A JSON value as it was written: whole numbers stay whole and members keep their order (RFC 8259).
package enum JSONValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    /// A number that is written without a fraction or an exponent and fits 64 bits.
    case integer(Int)
    /// Any other number.
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

/// A JSON object without duplicate members, in the order in which they were written.
package struct JSONObject: Equatable, Sendable {
    /// A name and its value.
    package struct Member: Equatable, Sendable {
        package let name: String
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var members: [Member]

    /// An object with these members; of two with one name, the later value counts.
    package init(_ members: [Member] = []) {
        self.members = []
        for member in members { self[member.name] = member.value }
    }

    /// Wraps members that the reader has found to be distinct.
    init(distinct members: [Member]) {
        self.members = members
    }

    /// Reads an object, strictly.
    ///
    /// - Parameter bytes: UTF-8 text with one JSON object and nothing else.
    /// - Throws: ``JSONError``; a duplicate member is one (RFC 7519 §4 leaves the choice; the strict one is safer).
    package init(parsing bytes: [UInt8]) throws {
        var reader = JSONReader(bytes)
        guard case .object(let object) = try reader.document() else { throw JSONError.notAnObject }
        self = object
    }

    /// The value of a member; setting nil removes it.
    package subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(name, value))
            case (nil, nil): break
            }
        }
    }
}

/// Why bytes are no JSON that we accept; positions count bytes from 0.
package enum JSONError: Error, Equatable {
    case unexpected(at: Int)
    case endedEarly
    case notUTF8
    case duplicateMember(String)
    case nestedTooDeeply(limit: Int)
    case notAnObject
}
