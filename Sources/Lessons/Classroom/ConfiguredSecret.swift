import AuthService
import Foundation
import LessonKit

/// The keys of a lesson's server: the configured ones, or else the one that the lessons share.
struct ConfiguredSecret {
    let keys: SigningKeys
    /// Where it comes from, in words for the banner.
    let origin: String

    /// - Parameter steps: who judges whether a text is good enough to sign with.
    /// - Throws: `SettingsError` if it is not, or if there is none and none can be made.
    init(_ settings: Settings, by steps: any LoginSteps) throws {
        if let keys = try settings.signingKeys(by: steps) {
            (self.keys, origin) = (keys, "the one in \(settings.secret?.variable ?? "JWT_SECRETS_FILE")")
            return
        }
        let file = DevelopmentSecret.file.relativePath
        guard let shared = try? DevelopmentSecret.load() else {
            throw SettingsError("JWT_SECRET", "is not set, and \(file) cannot be read or made.")
        }
        keys = SigningKeys(try SecretText(shared, from: file).signingSecret(by: steps))
        origin = "the one that the lessons share, in \(file) (set JWT_SECRET for another)"
    }
}
