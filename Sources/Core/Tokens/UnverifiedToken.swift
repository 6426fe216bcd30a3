/// The three texts between the dots of a compact token (RFC 7515 §7.1).
package struct TokenParts: Equatable, Sendable {
    package let header: String
    package let claims: String
    package let signature: String

    /// - Throws: ``TokenError/notThreeParts(count:)``.
    package init(splitting token: String) throws {
        // By bytes: to a Character, a dot with an accent upon it is another one.
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard parts.count == 3 else { throw TokenError.notThreeParts(count: parts.count) }
        (header, claims, signature) = (parts[0], parts[1], parts[2])
    }

    /// What the signature covers: header and claims as they were sent, dot included.
    package var signingInput: String { header + "." + claims }
}

/// A token that could be read. Nothing in it is proven: anyone can write one.
package struct UnverifiedToken: Equatable, Sendable {
    package let header: JSONObject
    package let claims: JSONObject
    package let signature: [UInt8]
    /// The text that the signature must match.
    package let signingInput: String
}

extension UnverifiedToken {
    /// Holds the header to the algorithm of the key.
    ///
    /// - Throws: ``TokenError/wrongAlgorithm(_:)`` for `none`, any other name, or none given.
    package func requireAlgorithm(_ algorithm: String) throws {
        guard header["alg"] == .string(algorithm) else { throw TokenError.wrongAlgorithm(header["alg"]) }
    }

    /// Holds the rest of the header to what we issue: `typ` is "JWT", no `crit`, and a `kid` only if it is known.
    ///
    /// - Parameter keyIDs: the names of our keys; empty where the one key has no name.
    /// - Throws: ``TokenError`` (RFC 7515 §4.1.11: a `crit` that is not understood must be refused).
    package func requireHeader(keyIDs: Set<String>) throws {
        guard header["typ"] == .string("JWT") else { throw TokenError.wrongType(header["typ"]) }
        guard header["crit"] == nil else { throw TokenError.criticalHeader }
        switch header["kid"] {
        case nil: break
        case .string(let id) where keyIDs.contains(id): break
        case let other: throw TokenError.unknownKey(other)
        }
    }
}

extension JSONObject {
    /// A claim that holds a time, in whole seconds since 1970-01-01 UTC; nil if it is absent.
    ///
    /// RFC 7519 §2 allows fractions in a NumericDate; our tokens have none, and none is accepted.
    ///
    /// - Throws: ``TokenError/claimOfWrongType(_:)`` if it is anything but a whole number.
    package func seconds(_ claim: String) throws -> Int? {
        switch self[claim] {
        case nil: nil
        case .integer(let seconds): seconds
        default: throw TokenError.claimOfWrongType(claim)
        }
    }
}
