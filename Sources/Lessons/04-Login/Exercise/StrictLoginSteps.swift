// Yours to change. Chapter: chapters/04-login.md · Solution: Sources/Core/AuthService/Login/StrictLoginSteps.swift

package import AuthService
package import Foundation
package import Hummingbird
import JWTKit
import LessonKit
package import Tokens
package import Users

/// A login, step by step.
package struct StrictLoginSteps: LoginSteps {
    package init() {}

    package func signingSecret(from text: String) throws -> SigningSecret {
        // TODO login.1: Decode the base64 and refuse what holds too few bytes to sign with.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("login.1") { try ours.signingSecret(from: text) }
    }

    package func user(named name: String, password: Password, with parts: ServiceParts) async throws -> User {
        // TODO login.2: Find the user and check the password; for a stranger, check the hash of nobody instead.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("login.2") { try await ours.user(named: name, password: password, with: parts) }
    }

    package func accessToken(
        for user: User, claims: JSONObject, at now: Date, with parts: ServiceParts
    ) async throws -> String {
        // TODO login.3: Fill in the registered claims, with an end after the configured lifetime, and sign them.
        // Until you do, ours answers in its place. Replace the next line.
        try await borrow("login.3") { try await ours.accessToken(for: user, claims: claims, at: now, with: parts) }
    }

    package func answer(_ accessToken: String, members: JSONObject, with parts: ServiceParts) -> Response {
        // TODO login.4: Answer 200 with the token, its type, its lifetime and the further members, never to be stored.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("login.4") { ours.answer(accessToken, members: members, with: parts) }
    }
}
