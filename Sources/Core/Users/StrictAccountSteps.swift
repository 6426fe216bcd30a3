import Foundation
package import GRDB
package import Tokens

/// Accounts in SQLite with passwords hashed by scrypt, step by step.
package struct StrictAccountSteps: AccountSteps {
    package init() {}

    package func createTable(in database: Database) throws {
        // exercise user-model.1: Create the table `user` with its four columns; no two rows share a username.
        try database.create(table: "user") { table in
            table.primaryKey("id", .text)
            table.column("username", .text).notNull().unique()
            table.column("password_hash", .text).notNull()
            table.column("is_admin", .boolean).notNull()
        }
        // end user-model.1
    }

    package func username(from text: String) throws -> String {
        // exercise user-model.2: Bring the name into NFC and lower case, then hold it to UsernameRule.
        let name = text.precomposedStringWithCanonicalMapping.lowercased()
        guard UsernameRule.allows(name) else { throw AccountError.invalidUsername }
        return name
        // end user-model.2
    }

    package func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash {
        // exercise user-model.3: Derive a key from the password and 16 random bytes, and keep both with the cost.
        let salt = randomBytes(16)
        let key = try scryptKey(from: password, salt: salt, cost: cost)
        return PasswordHash(salt: salt, key: key, cost: cost)
        // end user-model.3
    }

    package func verify(_ password: Password, against hash: PasswordHash) throws -> Bool {
        // exercise user-model.4: Derive a key with the stored salt and cost, and compare in constant time.
        let parts = try hash.parts()
        let key = try scryptKey(from: password, salt: parts.salt, cost: parts.cost)
        return equalInConstantTime(key, parts.key)
        // end user-model.4
    }

    package func answer(for user: User) -> JSONObject {
        // exercise user-model.5: Answer with the members `id` and `username`, and nothing else.
        JSONObject([.init("id", .string(user.id.text)), .init("username", .string(user.username))])
        // end user-model.5
    }
}
