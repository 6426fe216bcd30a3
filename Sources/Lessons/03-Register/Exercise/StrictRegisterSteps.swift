// Yours to change. Chapter: chapters/03-register.md · Solution: Sources/Core/AuthService/Register/StrictRegisterSteps.swift

package import AuthService
package import GRDB
package import Hummingbird
import LessonKit
package import Tokens
package import Users

/// A registration, step by step.
package struct StrictRegisterSteps: RegisterSteps {
    package init() {}

    package func newUser(from body: JSONObject, id: UserID, with parts: ServiceParts) throws -> NewUser {
        // TODO register.1: Take two texts from the body, hold them to the rules, and ask for a user with this id.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("register.1") { try ours.newUser(from: body, id: id, with: parts) }
    }

    package func create(_ new: NewUser, with parts: ServiceParts) async throws -> Response {
        // TODO register.2: Hash the password, insert the user, and answer 201 with what others may see of them.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("register.2") { try await ours.create(new, with: parts) }
    }

    package func refusal(of error: DatabaseError) -> ServiceError {
        // TODO register.3: Call it username_taken when the UNIQUE constraint was hit, and our fault otherwise.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("register.3") { ours.refusal(of: error) }
    }

    package func body(of refusal: ServiceError, cause: any Error) -> JSONObject {
        // TODO register.4: Say the refusal's code as `error` and its sentence as `message`, and nothing else.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("register.4") { ours.body(of: refusal, cause: cause) }
    }
}
