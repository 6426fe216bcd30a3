import Configuration
import Foundation
import Logging
import Users

extension Settings {
    /// What a program sets by its options; nil leaves it to the environment.
    package struct Options: Sendable {
        package var host: String?
        package var port: Int?
        package var database: String?

        package init(host: String? = nil, port: Int? = nil, database: String? = nil) {
            (self.host, self.port, self.database) = (host, port, database)
        }
    }

    /// Reads the settings: options, then environment, then defaults.
    ///
    /// - Throws: ``SettingsError`` for the first value that is wrong.
    package init(
        options: Options = Options(), environment: [String: String] = ProcessInfo.processInfo.environment,
        defaultDatabase: String, defaultHost: String = "127.0.0.1", defaultPort: Int = 5005
    ) throws {
        let place = Options(host: defaultHost, port: defaultPort, database: defaultDatabase)
        let source = SettingsSource(
            options: options.values, environment: environment,
            defaults: place.values.merging(Self.defaults) { $1 })
        host = try source.text("HOST")
        port = try source.integer("PORT", in: 0...65535)
        database = try source.text("DATABASE")
        guard let level = Logger.Level(rawValue: try source.text("LOG_LEVEL")) else {
            let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsError("LOG_LEVEL", "must be one of \(names).")
        }
        logLevel = level
        secret = try source.secret("JWT_SECRET")
        namedSecrets = try NamedSecret.all(from: source)
        if let secret, !namedSecrets.isEmpty {
            throw SettingsError(secret.variable, "and JWT_SECRETS_FILE are both set: give one.")
        }
        issuer = try source.text("JWT_ISSUER")
        audience = try source.text("JWT_AUDIENCE")
        accessTokenLifetime = try source.integer("ACCESS_TOKEN_LIFETIME", in: 1...86_400)
        tokenLeeway = try source.integer("TOKEN_LEEWAY", in: 0...60)
        refreshTokenLifetime = try source.integer("REFRESH_TOKEN_LIFETIME", in: 1...31_536_000)
        guard refreshTokenLifetime >= accessTokenLifetime else {
            throw SettingsError(
                "REFRESH_TOKEN_LIFETIME",
                "must not be below ACCESS_TOKEN_LIFETIME: it is how long a session lasts, and no token outlives that.")
        }
        refreshGrace = try source.integer("REFRESH_GRACE", in: 0...10)
        shutdownTimeout = try source.integer("SHUTDOWN_TIMEOUT", in: 0...3_600)
        guard let cost = ScryptCost(log2N: try source.integer("SCRYPT_LOG2_N", in: 4...20)) else {
            throw SettingsError("SCRYPT_LOG2_N", "must be a whole number from 4 to 20.")
        }
        scryptCost = cost
        loginAttempts = try source.integer("LOGIN_ATTEMPTS", in: 1...1_000)
        loginWindow = try source.integer("LOGIN_WINDOW", in: 1...86_400)
        admin = try Self.admin(from: source)
        trustedProxies = try AddressRange.all(from: source)
    }

    private static var defaults: [String: ConfigValue] {
        [
            "LOG_LEVEL": "info", "JWT_ISSUER": "jwt-workbook", "JWT_AUDIENCE": "jwt-workbook",
            "ACCESS_TOKEN_LIFETIME": 900, "TOKEN_LEEWAY": 0, "REFRESH_TOKEN_LIFETIME": 2_592_000, "REFRESH_GRACE": 0,
            "SHUTDOWN_TIMEOUT": 8,
            "SCRYPT_LOG2_N": ConfigValue(.int(ScryptCost.standard.log2N), isSecret: false),
            "LOGIN_ATTEMPTS": 10, "LOGIN_WINDOW": 900,
        ]
    }

    private static func admin(from source: SettingsSource) throws -> Admin? {
        let password = try source.secret("ADMIN_PASSWORD")
        switch (source.optional("ADMIN_USERNAME"), password) {
        case (nil, nil): return nil
        case (let username?, let password?): return Admin(username: username, password: Password(password.text))
        case (nil, let password?): throw SettingsError(password.variable, "is set without ADMIN_USERNAME.")
        case (_, nil): throw SettingsError("ADMIN_USERNAME", "is set without ADMIN_PASSWORD or ADMIN_PASSWORD_FILE.")
        }
    }
}

extension Settings.Options {
    fileprivate var values: [String: ConfigValue] {
        var values: [String: ConfigValue] = [:]
        if let host { values["HOST"] = ConfigValue(.string(host), isSecret: false) }
        if let port { values["PORT"] = ConfigValue(.int(port), isSecret: false) }
        if let database { values["DATABASE"] = ConfigValue(.string(database), isSecret: false) }
        return values
    }
}
