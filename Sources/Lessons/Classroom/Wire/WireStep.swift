/// A step inside the service that the page shows between a request and its answer.
enum WireStep: String, Sendable {
    /// The bearer token was looked for.
    case tokenFound = "token-found"
    /// The name was looked up and the password checked.
    case credentialsChecked = "credentials-checked"
    /// A token with the user's id was made and signed.
    case tokenMinted = "token-minted"
    /// The token was taken apart and judged.
    case tokenVerified = "token-verified"
    /// The user was loaded by the id in the token.
    case userLoaded = "user-loaded"

    /// Takes the step, and tells the page that watches the request, if one does.
    func traced<Result>(_ step: () throws -> Result) rethrows -> Result {
        guard let exchange = Exchange.current else { return try step() }
        let start = exchange.now
        var passed = false
        defer { exchange.took(self, since: start, passed: passed) }
        let result = try step()
        passed = true
        return result
    }

    /// Takes a step that has to wait for something.
    func traced<Result>(
        isolation: isolated (any Actor)? = #isolation, _ step: () async throws -> Result
    ) async rethrows -> Result {
        guard let exchange = Exchange.current else { return try await step() }
        let start = exchange.now
        var passed = false
        defer { exchange.took(self, since: start, passed: passed) }
        let result = try await step()
        passed = true
        return result
    }
}
