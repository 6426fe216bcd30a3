import Foundation
import GRDB
import Tokens
import Users

/// A refusal in words: the stable reason for programs, a sentence for people.
struct Refusal: Error {
    let reason: String
    let sentence: String
    /// Whether it is the answer to the question if a password is right.
    var isVerdict = false

    static let unknownUser = Refusal(reason: "unknown_user", sentence: "Nobody here has this name.")
    static let unknownID = Refusal(reason: "unknown_user", sentence: "Nobody here has this id; list shows them.")
    static let wrongPassword = Refusal(
        reason: "wrong_password", sentence: "This is not the password.", isVerdict: true)

    private init(reason: String, sentence: String, isVerdict: Bool = false) {
        (self.reason, self.sentence, self.isVerdict) = (reason, sentence, isVerdict)
    }

    /// Nil for what is no refusal, such as a wrong use of an option.
    init?(_ error: any Error, database path: String) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let error as AccountError: self.init(reason: error.reason, sentence: error.sentence)
        case is LastAdmin:
            self.init(reason: "last_admin", sentence: "Somebody has to be an admin: name another one first.")
        case DatabaseError.SQLITE_CONSTRAINT_UNIQUE:
            self.init(reason: "username_taken", sentence: "Somebody has this name already.")
        case let error as DatabaseError: self.init(reason: "database", sentence: error.sentence(about: path))
        case is AccountDatabase.NotDurable:
            self.init(reason: "database", sentence: "SQLite will not promise to have \(path) on disk when it says so.")
        case is RowDecodingError:
            self.init(
                reason: "database",
                sentence: "A row in \(path) is not as it should be: did another version create the table? "
                    + "Begin again with another --database.")
        case is PasswordHash.Unreadable:
            self.init(
                reason: "unreadable_hash",
                sentence: "What is stored for this user is no hash that we can read, so no password fits it.")
        case is ScryptFailure:
            self.init(reason: "hashing_failed", sentence: "There is not enough memory for a hash of this cost.")
        case is CocoaError:
            self.init(reason: "database", sentence: "The folder for \(path) cannot be made. Choose another --database.")
        default: return nil
        }
    }

    var json: String {
        let verdict = isVerdict ? [JSONObject.Member("valid", .boolean(false))] : []
        return JSONObject(verdict + [.init("reason", .string(reason)), .init("message", .string(sentence))]).json
    }
}

extension DatabaseError {
    /// What is wrong with a database, and what to do about it.
    fileprivate func sentence(about path: String) -> String {
        switch resultCode {
        case .SQLITE_CANTOPEN: "\(path) cannot be opened: is it a folder, or is its folder not there?"
        case .SQLITE_NOTADB: "\(path) is no SQLite database. Nothing in it was changed."
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "\(path) cannot be written to."
        case .SQLITE_BUSY, .SQLITE_LOCKED: "\(path) is in use by another program, which does not let go of it."
        case .SQLITE_CORRUPT: "\(path) is damaged."
        case .SQLITE_FULL, .SQLITE_IOERR: "The disk is full, or refuses to be written to, at \(path)."
        default: "SQLite says: \(message ?? "error \(resultCode.rawValue)")."
        }
    }
}
