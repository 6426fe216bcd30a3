extension Settings {
    /// The configured keys, or a reason not to start; nil if nothing is configured.
    ///
    /// - Parameter steps: who judges whether a text is good enough to sign with.
    /// - Throws: ``SettingsError`` that names the variable, with a sentence that holds nothing of the secret.
    package func signingKeys(by steps: any LoginSteps) throws -> SigningKeys? {
        guard namedSecrets.isEmpty else {
            return SigningKeys(try namedSecrets.map { (id: $0.name, secret: try $0.secret.signingSecret(by: steps)) })
        }
        return try secret.map { SigningKeys(try $0.signingSecret(by: steps)) }
    }
}
