package import Logging
package import Users

/// How the service is set up. Each member names the variable that it comes from.
package struct Settings: Sendable {
    /// `HOST`: the address to listen on. Default 127.0.0.1.
    package let host: String
    /// `PORT`: 0 takes a free one. Default 5005.
    package let port: Int
    /// `DATABASE`: a file, or `:memory:`. The program sets the default.
    package let database: String
    /// `LOG_LEVEL`: trace, debug, info, notice, warning, error or critical. Default info.
    package let logLevel: Logger.Level
    /// `JWT_SECRET`, or the file that `JWT_SECRET_FILE` names: base64 of at least 32 bytes. The program decides what
    /// happens without.
    package let secret: SecretText?
    /// The file that `JWT_SECRETS_FILE` names, instead of one secret: a line `name:base64` for each, the newest first.
    /// None by default.
    package let namedSecrets: [NamedSecret]
    /// `JWT_ISSUER`: the claim `iss`. Default jwt-workbook.
    package let issuer: String
    /// `JWT_AUDIENCE`: the claim `aud`. Default jwt-workbook.
    package let audience: String
    /// `ACCESS_TOKEN_LIFETIME`: seconds. Default 900.
    package let accessTokenLifetime: Int
    /// `TOKEN_LEEWAY`: seconds by which the clock of another server that issues tokens may differ, at most 60. Default 0.
    package let tokenLeeway: Int
    /// `REFRESH_TOKEN_LIFETIME`: seconds, no fewer than an access token lives. Default 2,592,000, thirty days.
    package let refreshTokenLifetime: Int
    /// `REFRESH_GRACE`: seconds for which a refresh token that was spent brings the same new one again, at most 10.
    /// Default 0: never.
    package let refreshGrace: Int
    /// `SHUTDOWN_TIMEOUT`: seconds that are left, after SIGTERM, to what was begun. At most 3600. Default 8: engines
    /// wait for ten, and then kill.
    package let shutdownTimeout: Int
    /// `SCRYPT_LOG2_N`: 4 to 20. Default 17. Below 14 a hash costs too little to protect anybody, which the log says.
    package let scryptCost: ScryptCost
    /// `LOGIN_ATTEMPTS`: wrong passwords that one address has for a name. Default 10.
    package let loginAttempts: Int
    /// `LOGIN_WINDOW`: seconds for which they count. Default 900.
    package let loginWindow: Int
    /// `ADMIN_USERNAME` with `ADMIN_PASSWORD` or `ADMIN_PASSWORD_FILE`. None by default.
    package let admin: Admin?

    /// `TRUSTED_PROXIES`: addresses and networks such as `10.0.0.0/8`, with commas between, whose `X-Forwarded-For` is
    /// believed. None by default.
    package let trustedProxies: [AddressRange]

    /// The account that is created as an admin at the start, or must verify.
    package struct Admin: Sendable {
        package let username: String
        package let password: Password
    }

    /// Whether there is anything to sign with.
    package var hasSecret: Bool { secret != nil || !namedSecrets.isEmpty }

    /// Whether only programs on this machine can connect.
    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// A secret as it was configured, not judged yet. It never describes itself.
package struct SecretText: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let text: String
    /// The variable that it came from.
    package let variable: String

    package init(_ text: String, from variable: String) {
        (self.text, self.variable) = (text, variable)
    }

    package var description: String { "SecretText(…)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A setting that is wrong. Its text names the variable, and holds no value of a secret.
package struct SettingsError: Error, CustomStringConvertible {
    package let variable: String
    package let sentence: String

    /// - Parameter sentence: what the variable must be, in words that follow its name.
    package init(_ variable: String, _ sentence: String) {
        (self.variable, self.sentence) = (variable, sentence)
    }

    package var description: String { "\(variable) \(sentence)" }
}
