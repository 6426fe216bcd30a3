import Foundation
import Processes
package import Tokens

/// How the tests set up the servers that they start.
enum ServerConfiguration {
    /// A free port, accounts in memory, and hashes that cost little: a test is about something else.
    ///
    /// - Parameter environment: what is set otherwise; nil takes a variable away.
    static func forTests(state: String, with environment: [String: String?]) -> [String: String?] {
        let usual: [String: String?] = [
            "WORKBOOK_STATE": state, "NO_COLOR": "1", "JWT_SECRET": Secrets.base64, "SCRYPT_LOG2_N": "4",
            "DATABASE": ":memory:", "HOST": "127.0.0.1", "PORT": "0",
        ]
        return usual.merging(Backtrace.brief.mapValues(Optional.some)) { $1 }.merging(environment) { $1 }
    }
}

/// The secret that the tests and the server both know.
package enum Secrets {
    /// `LESSON_SECRET` for a server that runs elsewhere; else sixty-four bytes that stand for random ones.
    package static let base64 =
        ProcessInfo.processInfo.environment["LESSON_SECRET"] ?? Data((0..<64).map { UInt8($0) }).base64EncodedString()

    /// - Throws: if the secret is too short to be a key.
    package static func key() throws -> HS256Key { try HS256Key(Base64URL.decodeForgivingly(base64)) }
}
