extension SecretText {
    /// The secret to sign with, or a reason not to start.
    ///
    /// - Throws: ``SettingsError`` that names the variable, with a sentence that holds nothing of the secret.
    package func signingSecret(by steps: any LoginSteps) throws -> SigningSecret {
        do {
            return try steps.signingSecret(from: text)
        } catch let error as SigningSecret.Unusable {
            throw SettingsError(variable, error.sentence)
        }
    }
}
