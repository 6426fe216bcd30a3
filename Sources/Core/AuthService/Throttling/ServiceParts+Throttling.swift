extension ServiceParts {
    /// Makes an attempt with a password and counts it: a wrong one against the name and the address, a right one in the
    /// address's favour.
    ///
    /// - Parameter check: throws ``ServiceError/invalidCredentials`` for a wrong password.
    /// - Throws: ``ServiceError/tooManyAttempts(retryAfter:)``, and what the check throws.
    package func throttled<Result>(
        _ attempt: LoginThrottle.Attempt, _ check: () async throws -> Result
    ) async throws -> Result {
        try throttle.admit(attempt, at: seconds)
        do {
            let result = try await check()
            try throttle.settle(attempt, succeeded: true, at: seconds)
            return result
        } catch ServiceError.invalidCredentials {
            try throttle.settle(attempt, succeeded: false, at: seconds)
            throw ServiceError.invalidCredentials
        }
    }
}
