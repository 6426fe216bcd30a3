package import GRDB
package import Hummingbird
package import Tokens
package import Users

/// A registration, step by step.
package struct StrictRegisterSteps: RegisterSteps {
    package init() {}

    package func newUser(from body: JSONObject, id: UserID, with parts: ServiceParts) throws -> NewUser {
        // exercise register.1: Take two texts from the body, hold them to the rules, and ask for a user with this id.
        let username = try body.text("username")
        let password = Password(try body.text("password"))
        let name = try parts.accounts.username(from: username)
        try PasswordRule.check(password, for: name)
        return NewUser(id: id, username: name, password: password)
        // end register.1
    }

    package func create(_ new: NewUser, with parts: ServiceParts) async throws -> Response {
        // exercise register.2: Hash the password, insert the user, and answer 201 with what others may see of them.
        let hash = try await parts.hashing.hash(new.password)
        let user = User(new, passwordHash: hash)
        try await parts.users.insert(user)
        return .json(.created, parts.accounts.answer(for: user))
        // end register.2
    }

    package func refusal(of error: DatabaseError) -> ServiceError {
        // exercise register.3: Call it username_taken when the UNIQUE constraint was hit, and our fault otherwise.
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE: .usernameTaken
        default: .internal
        }
        // end register.3
    }

    package func body(of refusal: ServiceError, cause: any Error) -> JSONObject {
        // exercise register.4: Say the refusal's code as `error` and its sentence as `message`, and nothing else.
        JSONObject([.init("error", .string(refusal.code)), .init("message", .string(refusal.sentence))])
        // end register.4
    }
}
