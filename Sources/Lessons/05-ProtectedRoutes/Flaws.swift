import AuthService
import GRDB
import Hummingbird
import LessonKit
import ProtectedRoutes
import Tokens
import Users

/// The versions that `protected-routes` can run.
let versions = Versions<any GuardSteps>(
    yours: ProtectedRoutes.StrictGuardSteps(),
    solution: AuthService.StrictGuardSteps(),
    flaws: [
        Flaw(
            "takes-the-token-from-the-url", caughtBy: "protected-routes.1",
            "Accepts ?access_token=… as well: what stands in a URL ends up in histories, logs and messages.",
            TakesTheTokenFromTheURL()),
        Flaw(
            "trusts-any-signature", caughtBy: "protected-routes.2",
            "Decodes the token and never verifies it: whoever can write JSON is whoever they like.",
            TrustsAnySignature()),
        Flaw(
            "one-error-for-everything", caughtBy: "protected-routes.2",
            "Says the same of an expired token as of a forged one: clients cannot tell when to renew it.",
            OneErrorForEverything()),
        Flaw(
            "skips-the-user-lookup", caughtBy: "protected-routes.3",
            "Takes the token's word that there is such a user: whoever was deleted goes on while the token lives.",
            SkipsTheUserLookup()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: GuardSteps {}

extension AlmostRight {
    var ours: any GuardSteps { AuthService.StrictGuardSteps() }

    func bearerToken(in request: Request) throws -> String { try ours.bearerToken(in: request) }
    func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims {
        try ours.claims(of: token, with: parts)
    }
    func user(of claims: TokenClaims, in database: Database, with parts: ServiceParts) throws -> User {
        try ours.user(of: claims, in: database, with: parts)
    }
    func myInfo(of user: User, with parts: ServiceParts) -> Response { ours.myInfo(of: user, with: parts) }
}

private struct TakesTheTokenFromTheURL: AlmostRight {
    func bearerToken(in request: Request) throws -> String {
        if let token = request.uri.queryParameters["access_token"] { return String(token) }
        return try ours.bearerToken(in: request)
    }
}

private struct TrustsAnySignature: AlmostRight {
    func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims {
        guard let claims = try? TokenReader().read(token).claims,
            (try? TokenReader().judge(claims, at: parts.seconds)) != nil
        else { return try ours.claims(of: token, with: parts) }
        return try TokenClaims(claims, with: parts.settings)
    }
}

private struct OneErrorForEverything: AlmostRight {
    func claims(of token: String, with parts: ServiceParts) throws -> TokenClaims {
        do {
            return try ours.claims(of: token, with: parts)
        } catch {
            throw ServiceError.invalidToken(cause: "\(error)")
        }
    }
}

private struct SkipsTheUserLookup: AlmostRight {
    func user(of claims: TokenClaims, in database: Database, with parts: ServiceParts) throws -> User {
        let whoever = User(
            id: claims.subject, username: "unknown", passwordHash: parts.hashing.ofNobody, isAdmin: false)
        return try parts.users.user(claims.subject, in: database) ?? whoever
    }
}
