import AuthService
import Foundation
import LessonKit

/// The secret of a lesson's server: the configured one, or else the one that the lessons share.
struct ConfiguredSecret {
    let secret: SecretText
    /// Where it comes from, in words for the banner.
    let origin: String

    /// - Throws: `SettingsError` if there is none and none can be made.
    init(_ settings: Settings) throws {
        if let secret = settings.secret {
            (self.secret, origin) = (secret, "the one in \(secret.variable)")
            return
        }
        let file = DevelopmentSecret.file.relativePath
        guard let shared = try? DevelopmentSecret.load() else {
            throw SettingsError("JWT_SECRET", "is not set, and \(file) cannot be read or made.")
        }
        secret = SecretText(shared, from: file)
        origin = "the one that the lessons share, in \(file) (set JWT_SECRET for another)"
    }
}
