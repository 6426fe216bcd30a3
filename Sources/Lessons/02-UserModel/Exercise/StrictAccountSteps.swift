// Yours to change. Chapter: chapters/02-user-model.md · Solution: Sources/Core/Users/StrictAccountSteps.swift

import Foundation
package import GRDB
import LessonKit
package import Tokens
package import Users

/// Accounts in SQLite with passwords hashed by scrypt, step by step.
package struct StrictAccountSteps: AccountSteps {
    package init() {}

    package func createTable(in database: Database) throws {
        // TODO user-model.1: Create the table `user` with its four columns; no two rows share a username.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("user-model.1") { try ours.createTable(in: database) }
    }

    package func username(from text: String) throws -> String {
        // TODO user-model.2: Bring the name into NFC and lower case, then hold it to UsernameRule.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("user-model.2") { try ours.username(from: text) }
    }

    package func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash {
        // TODO user-model.3: Derive a key from the password and 16 random bytes, and keep both with the cost.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("user-model.3") { try ours.hash(password, cost: cost) }
    }

    package func verify(_ password: Password, against hash: PasswordHash) throws -> Bool {
        // TODO user-model.4: Derive a key with the stored salt and cost, and compare in constant time.
        // Until you do, ours answers in its place. Replace the next line.
        try borrow("user-model.4") { try ours.verify(password, against: hash) }
    }

    package func answer(for user: User) -> JSONObject {
        // TODO user-model.5: Answer with the members `id` and `username`, and nothing else.
        // Until you do, ours answers in its place. Replace the next line.
        borrow("user-model.5") { ours.answer(for: user) }
    }
}
