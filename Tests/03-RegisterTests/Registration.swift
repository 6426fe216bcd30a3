import TestSupport
import Testing
import Tokens

/// The lesson as its tests speak to it.
extension ServerLesson {
    /// Sends exactly this text as the body of a registration.
    func register(body: String, type: String? = "application/json") async throws -> Response {
        try await send(Request("POST", "/register").body(body, type: type))
    }

    /// Sends a registration with members besides the two that belong there.
    func register(_ username: String, with more: [JSONObject.Member]) async throws -> Response {
        let members: [JSONObject.Member] = [
            .init("username", .string(username)), .init("password", .string(Account.passphrase)),
        ]
        return try await send(Request("POST", "/register").json(members + more))
    }
}

/// Judges a test of this lesson against the server that its tests share.
func judgeRegister(
    isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation, _ body: (ServerLesson) async throws -> Void
) async throws {
    try await judge(server: "register", sourceLocation: sourceLocation, body)
}

/// Judges a test of this lesson that starts its servers itself.
func judgeOwnRegister(
    elsewhere asItIs: Bool = false, isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (ServerStart) async throws -> Void
) async throws {
    try await judge(ownServer: "register", elsewhere: asItIs, sourceLocation: sourceLocation, body)
}
