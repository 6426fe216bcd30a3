import Foundation
package import Tokens

extension Request {
    package static func register(_ username: String, _ password: String = Account.passphrase) -> Request {
        Request("POST", "/register").json(Account.members(username, password))
    }

    package static func login(_ username: String, _ password: String = Account.passphrase) -> Request {
        Request("POST", "/login").json(Account.members(username, password))
    }
}

/// The endpoints of the service, so that a test reads as a script.
extension ServerLesson {
    package func register(_ username: String, _ password: String = Account.passphrase) async throws -> Response {
        try await send(.register(username, password))
    }

    package func login(_ username: String, _ password: String = Account.passphrase) async throws -> Response {
        try await send(.login(username, password))
    }

    package func get(_ path: String) async throws -> Response { try await send(Request("GET", path)) }

    /// Registers somebody new, which must succeed before anything else can be judged.
    package func newAccount(_ name: String = "ana") async throws -> Account {
        let account = Account(username: Account.unique(name))
        try await register(account.username).expect(
            "\(account.username) is registered", status: 201, because: "What follows needs an account.")
        return account
    }
}

/// Somebody who registers and logs in.
package struct Account: Sendable {
    /// Good by every rule of the contract.
    package static let passphrase = "a walk along the river at dusk"

    package let username: String
    package var password = Self.passphrase

    /// A name that no other test uses.
    package static func unique(_ name: String) -> String {
        "\(name)-\(UUID().uuidString.prefix(8).lowercased())"
    }

    /// What `/register` and `/login` take.
    package static func members(_ username: String, _ password: String) -> [JSONObject.Member] {
        [.init("username", .string(username)), .init("password", .string(password))]
    }
}
