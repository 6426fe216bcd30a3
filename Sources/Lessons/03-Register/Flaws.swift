import AuthService
import GRDB
import Hummingbird
import LessonKit
import Register
import Tokens
import Users

/// The versions that `register` can run.
let versions = Versions<any RegisterSteps>(
    yours: Register.StrictRegisterSteps(),
    solution: AuthService.StrictRegisterSteps(),
    flaws: [
        Flaw(
            "trusts-extra-members", caughtBy: "register.1",
            "Takes the id and the rights of an admin from the body: whoever asks for them has them.",
            TrustsExtraMembers()),
        Flaw(
            "looks-then-inserts", caughtBy: "register.3",
            "Looks whether the name is free and inserts later: of two who ask at once, one meets an error 500.",
            LooksThenInserts()),
        Flaw(
            "leaks-internals-in-errors", caughtBy: "register.4",
            "Tells the client what went wrong inside: types, SQL, tables.", LeaksInternalsInErrors()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: RegisterSteps {}

extension AlmostRight {
    var ours: any RegisterSteps { AuthService.StrictRegisterSteps() }

    func newUser(from body: JSONObject, id: UserID, with parts: ServiceParts) throws -> NewUser {
        try ours.newUser(from: body, id: id, with: parts)
    }
    func create(_ new: NewUser, with parts: ServiceParts) async throws -> Response {
        try await ours.create(new, with: parts)
    }
    func refusal(of error: DatabaseError) -> ServiceError { ours.refusal(of: error) }
    func body(of refusal: ServiceError, cause: any Error) -> JSONObject { ours.body(of: refusal, cause: cause) }
}

private struct TrustsExtraMembers: AlmostRight {
    func newUser(from body: JSONObject, id: UserID, with parts: ServiceParts) throws -> NewUser {
        let new = try ours.newUser(from: body, id: id, with: parts)
        let asked = (try? body.text("id")).flatMap { UserID($0) }
        return NewUser(
            id: asked ?? id, username: new.username, password: new.password,
            isAdmin: body["is_admin"] == .boolean(true))
    }
}

private struct LooksThenInserts: AlmostRight {
    func create(_ new: NewUser, with parts: ServiceParts) async throws -> Response {
        guard try await parts.users.user(named: new.username) == nil else { throw ServiceError.usernameTaken }
        return try await ours.create(new, with: parts)
    }

    func refusal(of error: DatabaseError) -> ServiceError { .internal }
}

private struct LeaksInternalsInErrors: AlmostRight {
    func body(of refusal: ServiceError, cause: any Error) -> JSONObject {
        var body = ours.body(of: refusal, cause: cause)
        let inner = (cause as? Refused)?.cause ?? cause
        body["message"] = .string("\(String(reflecting: type(of: inner))): \(inner)")
        return body
    }
}
