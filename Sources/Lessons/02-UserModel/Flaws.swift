import GRDB
package import LessonKit
import Tokens
package import Users

extension StrictAccountSteps {
    /// The solution, which answers while a piece of yours is still open.
    var ours: any AccountSteps { Users.StrictAccountSteps() }
}

/// The versions that `user-model` can run.
package let versions = Versions<any AccountSteps>(
    yours: StrictAccountSteps(),
    solution: Users.StrictAccountSteps(),
    flaws: [
        Flaw(
            "two-spellings-two-accounts", caughtBy: "user-model.2",
            "Stores a name as it was typed, so that Ana and ana are two people.", TwoSpellingsTwoAccounts()),
        Flaw(
            "stores-the-password", caughtBy: "user-model.3",
            "Keeps the password itself: whoever reads the file has all of them.", StoresThePassword()),
        Flaw(
            "one-salt-for-all", caughtBy: "user-model.3",
            "Salts every password alike: equal passwords show, and one computation guesses at all of them.",
            OneSaltForAll()),
        Flaw(
            "shows-the-hash", caughtBy: "user-model.5",
            "Answers with the whole row, so that everybody can guess at the hash offline.", ShowsTheHash()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: AccountSteps {}

extension AlmostRight {
    var ours: any AccountSteps { Users.StrictAccountSteps() }

    func createTable(in database: Database) throws { try ours.createTable(in: database) }
    func username(from text: String) throws -> String { try ours.username(from: text) }
    func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash { try ours.hash(password, cost: cost) }
    func verify(_ password: Password, against hash: PasswordHash) throws -> Bool {
        try ours.verify(password, against: hash)
    }
    func answer(for user: User) -> JSONObject { ours.answer(for: user) }
}

private struct TwoSpellingsTwoAccounts: AlmostRight {
    func username(from text: String) throws -> String {
        _ = try ours.username(from: text)
        return text
    }
}

private struct StoresThePassword: AlmostRight {
    func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash { PasswordHash(stored: password.text) }
    func verify(_ password: Password, against hash: PasswordHash) throws -> Bool { password.text == hash.stored }
}

private struct OneSaltForAll: AlmostRight {
    func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash {
        let salt = Array("pepper and salt!".utf8)
        return PasswordHash(salt: salt, key: try scryptKey(from: password, salt: salt, cost: cost), cost: cost)
    }
}

private struct ShowsTheHash: AlmostRight {
    func answer(for user: User) -> JSONObject {
        var answer = ours.answer(for: user)
        answer["password_hash"] = .string(user.passwordHash.stored)
        answer["is_admin"] = .boolean(user.isAdmin)
        return answer
    }
}
