import AuthService
import Claims
import Foundation
import GRDB
import Hummingbird
import LessonKit
import Tokens
import Users

/// The versions that `claims` can run.
let versions = Versions<any ClaimsSteps>(
    yours: Claims.StrictClaimsSteps(),
    solution: AuthService.StrictClaimsSteps(),
    flaws: [
        Flaw(
            "writes-truth-as-text", caughtBy: "claims.1",
            "Writes \"false\" in place of false: to many a client every text counts as true.", WritesTruthAsText()),
        Flaw(
            "believes-the-claim", caughtBy: "claims.2",
            "Takes the role from the token: whoever was an admin stays one until the token ends.", BelievesTheClaim()),
        Flaw(
            "user-number-one-is-admin", caughtBy: "claims.2",
            "Takes the first account for the admin's: on a new server that is whoever comes first.",
            UserNumberOneIsAdmin()),
        Flaw(
            "says-401-for-forbidden", caughtBy: "claims.3",
            "Says that a good token is bad when its user is not allowed: clients throw it away and log in again.",
            Says401ForForbidden()),
        Flaw(
            "reveals-which-ids-exist", caughtBy: "claims.3",
            "Looks for the account first: who may see none learns by 403 and 404 which there are.",
            RevealsWhichIDsExist()),
        Flaw(
            "counts-then-demotes", caughtBy: "claims.4",
            "Counts the admins, then changes the role: two who demote each other at once leave nobody.",
            CountsThenDemotes()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: ClaimsSteps {}

extension AlmostRight {
    var ours: any ClaimsSteps { AuthService.StrictClaimsSteps() }

    func claims(about user: User) -> JSONObject { ours.claims(about: user) }
    func isAllowed(
        _ action: AccountAction, with id: String, for caller: AuthenticatedContext, with parts: ServiceParts
    ) async throws -> Bool {
        try await ours.isAllowed(action, with: id, for: caller, with: parts)
    }
    func account(_ id: String, isAllowed: Bool, with parts: ServiceParts) async throws -> User {
        try await ours.account(id, isAllowed: isAllowed, with: parts)
    }
    func changeRole(
        of id: String, as request: Request, isAllowed: Bool, with parts: ServiceParts
    ) async throws -> User {
        try await ours.changeRole(of: id, as: request, isAllowed: isAllowed, with: parts)
    }
}

private struct WritesTruthAsText: AlmostRight {
    func claims(about user: User) -> JSONObject {
        JSONObject([.init("is_admin", .string("\(user.isAdmin)"))])
    }
}

private struct BelievesTheClaim: AlmostRight {
    func isAllowed(
        _ action: AccountAction, with id: String, for caller: AuthenticatedContext, with parts: ServiceParts
    ) async throws -> Bool {
        let isAdmin = caller.claims.all["is_admin"] == .boolean(true)
        return isAdmin || (action != .changeRole && caller.user.id.text == id)
    }
}

private struct UserNumberOneIsAdmin: AlmostRight {
    func isAllowed(
        _ action: AccountAction, with id: String, for caller: AuthenticatedContext, with parts: ServiceParts
    ) async throws -> Bool {
        let first = try await parts.database.read { database in
            try UserID.fetchOne(database, sql: "SELECT id FROM user ORDER BY rowid LIMIT 1")
        }
        return caller.user.id == first || (action != .changeRole && caller.user.id.text == id)
    }
}

private struct Says401ForForbidden: AlmostRight {
    func account(_ id: String, isAllowed: Bool, with parts: ServiceParts) async throws -> User {
        guard isAllowed else { throw ServiceError.invalidToken(cause: "not_an_admin") }
        return try await ours.account(id, isAllowed: true, with: parts)
    }
}

private struct RevealsWhichIDsExist: AlmostRight {
    func account(_ id: String, isAllowed: Bool, with parts: ServiceParts) async throws -> User {
        let user = try await ours.account(id, isAllowed: true, with: parts)
        guard isAllowed else { throw ServiceError.forbidden }
        return user
    }
}

private struct CountsThenDemotes: AlmostRight {
    func changeRole(
        of id: String, as request: Request, isAllowed: Bool, with parts: ServiceParts
    ) async throws -> User {
        guard isAllowed else { throw ServiceError.forbidden }
        let isAdmin = try await request.jsonObject().boolean("is_admin")
        guard let id = UserID(id), var user = try await parts.users.user(id) else { throw ServiceError.notFound }
        if user.isAdmin, !isAdmin, try await parts.users.all().count(where: \.isAdmin) < 2 {
            throw ServiceError.lastAdmin
        }
        // A busy server pauses by itself. This one does so every time, for those who look for the gap.
        try await Task.sleep(for: .milliseconds(500))
        user.isAdmin = isAdmin
        try await parts.database.write { [user] in try user.update($0) }
        return user
    }
}
