import ArgumentParser
import GRDB
import Tokens
import Users

/// Why a verb does not do what it is asked for: the stable reason for programs, a sentence for people.
struct Refusal: Error {
    let reason: String
    let sentence: String

    static let noSuchUser = Refusal(reason: "no_such_user", sentence: "Nobody has this name.")
    static let noSuchID = Refusal(reason: "no_such_user", sentence: "Nobody has this id.")
    static let wrongPassword = Refusal(reason: "wrong_password", sentence: "This is not the password.")
    static let notText = Refusal(reason: "invalid_password", sentence: "The password on standard input is not UTF-8.")

    private init(reason: String, sentence: String) {
        (self.reason, self.sentence) = (reason, sentence)
    }

    /// Nil for an error that is our fault.
    init?(_ error: any Error) {
        switch error {
        case let error as Refusal: self = error
        case let error as AccountError: self.init(reason: error.reason, sentence: error.sentence)
        case let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE:
            self.init(reason: "username_taken", sentence: "Somebody has this name.")
        case is PasswordHash.Unreadable:
            self.init(reason: "unreadable_hash", sentence: "What is stored is no hash that can be verified.")
        default: return nil
        }
    }

    var json: JSONObject {
        JSONObject([
            .init("valid", .boolean(false)), .init("reason", .string(reason)), .init("message", .string(sentence)),
        ])
    }
}

extension CommonOptions {
    /// Runs a verb; a refusal is printed, and is exit status 1.
    func refusing(_ verb: () async throws -> Void) async throws {
        do {
            try await verb()
        } catch {
            guard let refusal = Refusal(error) else { throw error }
            say(refusal.json, "refused (\(refusal.reason)): \(refusal.sentence)")
            throw ExitCode.failure
        }
    }
}
