import Foundation
import TestSupport
import Testing
import Tokens

@Suite struct SecretTests {
    @Test("A secret that is too short, or no base64, keeps the server from starting", .exercise("login.1"))
    func refusesWeakSecrets() async throws {
        try await judge(refusedStart: product) { start in
            let rows = [
                ("jose", "the secret of the course, which is base64 of three bytes"),
                (Data((0..<31).map { UInt8($0) }).base64EncodedString(), "thirty-one bytes"),
                ("not base64! not base64! not base64! not base64!", "no base64"), ("", "nothing"),
            ]
            for (secret, name) in rows {
                let ended = try start(["JWT_SECRET": secret])
                try ended.require(
                    ended.status == 78, "with \(name) as the secret it does not start", expected: "exit status 78",
                    because: "A short secret is guessed from one token, on the attacker's own machine (RFC 7518 §3.2).")
                try ended.require(
                    ended.complaint.contains("JWT_SECRET"), "and it says which variable is wrong",
                    expected: "a sentence that names JWT_SECRET",
                    because: "Whoever starts it at three in the morning needs to know what to mend.")
                try ended.require(
                    secret.isEmpty || !(ended.complaint + ended.text).contains(secret), "without repeating the secret",
                    expected: "a sentence without \(secret)", because: "Errors are logged, and logs are read by many.")
            }
        }
    }

    @Test("Thirty-two bytes are enough, and the bytes are what signs", .exercise("login.1"))
    func signsWithTheBytesBehindTheText() async throws {
        try await judge(ownServer: product) { start in
            let bytes = (0..<32).map { UInt8(255 - $0) }
            let api = try start(["JWT_SECRET": Data(bytes).base64EncodedString()])
            let account = try await api.newAccount()
            let answer = try await api.login(account.username)
            let verified = try TokenReader().verify(
                checking: answer.string("access_token"), with: HS256Key(bytes), at: secondsNow())
            try answer.require(
                verified, "a token is signed with the thirty-two bytes that the base64 stands for",
                expected: "HMAC-SHA256 with the decoded bytes",
                because: "Whoever verifies elsewhere decodes the same text: the bytes are the key, not the letters.")
        }
    }
}

extension TokenReader {
    /// Whether a token passes all layers with this key.
    func verify(checking token: String, with key: HS256Key, at now: Int) -> Bool {
        (try? verify(token, with: key, at: now)) != nil
    }
}
