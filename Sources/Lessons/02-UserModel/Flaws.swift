import GRDB
import LessonKit
import Tokens
import UserModel
import Users

/// The versions that `user-model` can run.
let versions = Versions<any AccountSteps>(
    yours: UserModel.StrictAccountSteps(),
    solution: Users.StrictAccountSteps(),
    flaws: [
        Flaw(
            "two-spellings-two-accounts", caughtBy: "user-model.2",
            "Keeps a name as it was typed, so that somebody else can be Ana beside ana.", TwoSpellingsTwoAccounts()),
        Flaw(
            "stores-the-password", caughtBy: "user-model.3",
            "Keeps the password itself: whoever gets the file has every account, here and elsewhere.",
            StoresThePassword()),
        Flaw(
            "one-salt-for-all", caughtBy: "user-model.3",
            "Salts every password alike: equal passwords show, and one guess is tried on all users at once.",
            OneSaltForAll()),
        Flaw(
            "shows-the-hash", caughtBy: "user-model.5",
            "Answers with the whole record, so that anyone can guess at the hash at home.", ShowsTheHash()),
    ])

/// The solution with one step replaced: what a flaw does not write, it gets right.
private protocol AlmostRight: AccountSteps {}

extension AlmostRight {
    fileprivate var ours: any AccountSteps { Users.StrictAccountSteps() }

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

    func verify(_ password: Password, against hash: PasswordHash) throws -> Bool {
        PasswordHash(stored: password.text) == hash
    }
}

private struct OneSaltForAll: AlmostRight {
    func hash(_ password: Password, cost: ScryptCost) throws -> PasswordHash {
        let salt = Array("the pinch of all".utf8)
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
