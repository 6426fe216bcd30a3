import Logging
import Users

extension Settings {
    /// The settings for the log, without secrets.
    var metadata: Logger.Metadata {
        [
            "host": "\(host)", "port": "\(port)", "database": "\(database)", "log_level": "\(logLevel)",
            "issuer": "\(issuer)", "audience": "\(audience)",
            "access_token_lifetime": "\(accessTokenLifetime)", "token_leeway": "\(tokenLeeway)",
            "refresh_token_lifetime": "\(refreshTokenLifetime)", "refresh_grace": "\(refreshGrace)",
            "shutdown_timeout": "\(shutdownTimeout)",
            "scrypt_log2_n": "\(scryptCost.log2N)", "login_attempts": "\(loginAttempts)",
            "login_window": "\(loginWindow)",
            "secrets": "\(namedSecrets.isEmpty ? "one" : namedSecrets.map(\.name).joined(separator: ", "))",
            "trusted_proxies": "\(trustedProxies.map(\.description).joined(separator: ", "))",
            "admin": "\(admin == nil ? "not configured" : "configured")",
        ]
    }
}
