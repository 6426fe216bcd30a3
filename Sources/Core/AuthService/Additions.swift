package import Foundation
package import GRDB
package import Hummingbird
package import Tokens
package import Users

/// What features add to others, in the order in which they were listed.
package struct Additions: Sendable {
    /// Claims in an access token that is about to be minted.
    package var claims: [any ClaimAddition] = []
    /// Members in the answer that carries it.
    package var members: [any TokenResponseAddition] = []
    /// Members in the answer about a user.
    package var users: [any UserAnswerAddition] = []
    /// Checks of a token that has proven to be ours and in its time.
    package var checks: [any TokenCheck] = []
    /// Further checks, at the routes that are marked as sensitive.
    package var sensitiveChecks: [any TokenCheck] = []

    package init() {}

    package static func + (one: Additions, other: Additions) -> Additions {
        var sum = one
        sum.claims += other.claims
        sum.members += other.members
        sum.users += other.users
        sum.checks += other.checks
        sum.sensitiveChecks += other.sensitiveChecks
        return sum
    }
}

/// An access token in the making.
package struct Grant: Sendable {
    package let user: User
    package let issuedAt: Date
    /// The claims so far: those of earlier additions are there.
    package var claims: JSONObject

    package init(user: User, issuedAt: Date, claims: JSONObject) {
        (self.user, self.issuedAt, self.claims) = (user, issuedAt, claims)
    }
}

/// Adds claims to access tokens.
package protocol ClaimAddition: Sendable {
    func claims(for grant: Grant, with parts: ServiceParts) async throws -> JSONObject
}

/// Adds members to the token response.
package protocol TokenResponseAddition: Sendable {
    func members(for grant: Grant, with parts: ServiceParts) async throws -> JSONObject
}

/// Adds members to what others may see of a user.
package protocol UserAnswerAddition: Sendable {
    func members(of user: User) -> JSONObject
}

/// Refuses tokens for a reason of its own.
package protocol TokenCheck: Sendable {
    /// - Parameters:
    ///   - request: the one that brought the token.
    ///   - database: as it was when the user was loaded.
    /// - Throws: ``ServiceError``.
    func check(
        _ claims: TokenClaims, of user: User, for request: Request, in database: Database, with parts: ServiceParts
    ) throws
}

extension JSONObject {
    /// Takes over the members of another object; of two with one name the other's counts.
    package mutating func merge(_ other: JSONObject) {
        for member in other.members { self[member.name] = member.value }
    }
}
