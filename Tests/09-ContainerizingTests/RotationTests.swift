import Foundation
import TestSupport
import Testing
import Tokens

/// What the lesson gives: a secret can be replaced while people are logged in.
@Suite struct RotationTests {
    private static let secrets = (0..<3).map { number in
        Data((0..<32).map { UInt8(number * 32 + $0) }).base64EncodedString()
    }

    @Test("The first of several keys signs, all verify, and a key that is gone verifies nothing")
    func rotatesKeys() async throws {
        try await judge(ownServer: product) { start in
            let (folder, database) = (try TemporaryFolder(), try DatabaseFile())
            func server(with keys: String...) throws -> ServerLesson {
                let file = folder.path + "/keys"
                try Data("# newest first\n\(keys.joined(separator: "\n"))\n".utf8).write(to: URL(filePath: file))
                return try start(database.settings.merging(["JWT_SECRET": nil, "JWT_SECRETS_FILE": file]) { $1 })
            }

            var api = try start(database.settings.merging(["JWT_SECRET": Self.secrets[0]]) { $1 })
            let account = try await api.newAccount()
            let oldest = try await api.token(of: account)
            _ = api.stop()

            api = try server(with: "may:\(Self.secrets[1])", "april:\(Self.secrets[0])")
            try await api.myInfo(oldest).expect(
                "a token from before, with no name of a key in it, is good", status: 200,
                because: "Nobody is logged out because a secret is replaced.")
            let newer = try await api.token(of: account)
            let header = try TokenReader().read(newer).header
            try await api.myInfo(newer).require(
                header["kid"] == .string("may"), "a new one names the first key", expected: "kid \"may\"",
                because: "The first signs.")
            _ = api.stop()

            api = try server(with: "june:\(Self.secrets[2])", "may:\(Self.secrets[1])")
            try await api.myInfo(newer).expect(
                "it is good as long as its key is there", status: 200, because: "All keys verify.")
            try await api.myInfo(oldest).expect(
                "one whose key is gone is not", status: 401, error: "invalid_token",
                because: "That is how a secret that has leaked is taken out of use.")
        }
    }

    @Test("A token must be signed by the very key that it names")
    func refusesOtherNames() async throws {
        try await judge(ownServer: product) { start in
            let folder = try TemporaryFolder()
            let file = folder.path + "/keys"
            try Data("june:\(Self.secrets[2])\nmay:\(Self.secrets[1])\n".utf8).write(to: URL(filePath: file))
            let api = try start(["JWT_SECRET": nil, "JWT_SECRETS_FILE": file])
            let good = try await api.token(of: try await api.newAccount())
            let claims = try TokenReader().read(good).claims.json
            let rows: [(header: String, key: Int, status: Int, name: String)] = [
                (#"{"alg":"HS256","typ":"JWT","kid":"june"}"#, 2, 200, "the key that it names"),
                (#"{"alg":"HS256","typ":"JWT","kid":"may"}"#, 1, 200, "the other key, by its name"),
                (#"{"alg":"HS256","typ":"JWT"}"#, 1, 200, "one of our keys, naming none"),
                (#"{"alg":"HS256","typ":"JWT","kid":"may"}"#, 2, 401, "another key than it names"),
                (#"{"alg":"HS256","typ":"JWT","kid":"march"}"#, 2, 401, "a good key under an unknown name"),
                (#"{"alg":"HS256","typ":"JWT","kid":""}"#, 2, 401, "a good key under an empty name"),
                (#"{"alg":"HS256","typ":"JWT","kid":7}"#, 2, 401, "a good key under a number"),
                (#"{"alg":"HS256","typ":"JWT","kid":"june"}"#, 0, 401, "a stranger's key"),
                (#"{"alg":"HS256","typ":"JWT"}"#, 0, 401, "a stranger's key, naming none"),
            ]
            for (header, key, status, name) in rows {
                let input = Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(Array(claims.utf8))
                let secret = try HS256Key(Array(Data(base64Encoded: Self.secrets[key]) ?? Data()))
                let token = input + "." + Base64URL.encode(secret.authenticationCode(for: input))
                let answer = try await api.myInfo(token)
                try answer.require(
                    answer.status == status, "signed by \(name): \(status)", expected: "\(status)",
                    because: "The library takes the first key for a name that it does not know.")
            }
        }
    }
}
