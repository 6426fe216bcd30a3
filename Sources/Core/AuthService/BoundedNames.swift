import GRDB
import Tokens
import Users

/// The rules for accounts, which are not asked about a name that is longer than any account's.
///
/// Anybody can send a name of thousands of accents, and to normalise it takes a tenth of a second, without a hash that
/// would have to wait for its turn. Normalising makes no name shorter that is good in the end.
struct BoundedNames: AccountSteps {
    let steps: any AccountSteps

    func createTable(in database: Database) throws { try steps.createTable(in: database) }

    func username(from text: String) throws -> String {
        guard text.unicodeScalars.dropFirst(UsernameRule.length.upperBound).isEmpty else {
            throw AccountError.invalidUsername
        }
        return try steps.username(from: text)
    }

    func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash { try steps.hash(password, cost: cost) }

    func verify(_ password: Password, against hash: PasswordHash) throws -> Bool {
        try steps.verify(password, against: hash)
    }

    func answer(for user: User) -> JSONObject { steps.answer(for: user) }
}
