import Configuration
import Foundation

/// Where settings come from: the program's options, then the environment, then the defaults.
///
/// Reads that fall back to a default would hide a value that cannot be understood: `15m` would silently become 900. So
/// every value is required, the defaults are the last provider, and a wrong value is an error.
struct SettingsSource {
    private static let secrets: Set = ["JWT_SECRET", "ADMIN_PASSWORD"]

    private let config: ConfigReader

    init(options: [String: ConfigValue], environment: [String: String], defaults: [String: ConfigValue]) {
        config = ConfigReader(providers: [
            InMemoryProvider(name: "options", values: Self.keyed(options)),
            EnvironmentVariablesProvider(
                environmentVariables: environment, secretsSpecifier: .specific(Self.secrets)),
            InMemoryProvider(name: "defaults", values: Self.keyed(defaults)),
        ])
    }

    /// - Throws: ``SettingsError`` if it is no whole number within the range.
    func integer(_ variable: String, in range: ClosedRange<Int>) throws -> Int {
        guard let value = try? config.requiredInt(forKey: Self.key(variable)), range.contains(value) else {
            throw SettingsError(variable, "must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return value
    }

    /// - Throws: ``SettingsError`` if it is empty.
    func text(_ variable: String) throws -> String {
        guard let value = try? config.requiredString(forKey: Self.key(variable)), !value.isEmpty else {
            throw SettingsError(variable, "must not be empty.")
        }
        return value
    }

    /// A value that may be absent.
    func optional(_ variable: String) -> String? {
        config.string(forKey: Self.key(variable), isSecret: Self.secrets.contains(variable))
    }

    /// A secret from the variable, or from the file that the variable with `_FILE` behind it names; nil without both.
    ///
    /// - Throws: ``SettingsError`` if both are given or the file cannot be read.
    func secret(_ variable: String) throws -> SecretText? {
        let direct = optional(variable)
        guard let file = optional("\(variable)_FILE") else { return direct.map { SecretText($0, from: variable) } }
        guard direct == nil else { throw SettingsError(variable, "and \(variable)_FILE are both set: give one.") }
        let text = try contents(of: file, named: "\(variable)_FILE")
        return SecretText(text.trimmingCharacters(in: .newlines), from: "\(variable)_FILE")
    }

    /// The text in a file that a variable names.
    ///
    /// - Throws: ``SettingsError`` if it cannot be read.
    func contents(of file: String, named variable: String) throws -> String {
        guard let text = try? String(contentsOf: URL(filePath: file), encoding: .utf8) else {
            throw SettingsError(variable, "must name a text file that can be read.")
        }
        return text
    }

    private static func key(_ variable: String) -> ConfigKey {
        ConfigKey(variable.lowercased().split(separator: "_").map(String.init))
    }

    private static func keyed(_ values: [String: ConfigValue]) -> [AbsoluteConfigKey: ConfigValue] {
        Dictionary(uniqueKeysWithValues: values.map { (AbsoluteConfigKey(key($0.key).components), $0.value) })
    }
}
