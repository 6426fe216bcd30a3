/// One of several secrets, with the name by which a token's header refers to it (`kid`, RFC 7515 §4.1.4).
package struct NamedSecret: Sendable {
    package let name: String
    package let secret: SecretText

    private static let variable = "JWT_SECRETS_FILE"

    // region named-secrets
    /// Reads the lines `name:base64` of a file; empty lines and those that begin with `#` are left out.
    ///
    /// - Throws: ``SettingsError`` that says which line is wrong, and repeats nothing of it.
    static func all(from source: SettingsSource) throws -> [NamedSecret] {
        guard let file = source.optional(variable) else { return [] }
        var found: [NamedSecret] = []
        let text = try source.contents(of: file, named: variable)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2, isName(parts[0]) else {
                throw SettingsError(variable, "must hold lines like 2026-07:BASE64, and line \(index + 1) is none.")
            }
            guard !found.contains(where: { $0.name == parts[0] }) else {
                throw SettingsError(variable, "must name each secret once: the name in line \(index + 1) is taken.")
            }
            found.append(NamedSecret(name: parts[0], secret: SecretText(parts[1], from: variable)))
        }
        guard !found.isEmpty else { throw SettingsError(variable, "must hold a line like 2026-07:BASE64.") }
        return found
    }
    // endregion named-secrets

    private static func isName(_ text: String) -> Bool {
        let marks: Set<Character> = [".", "_", "-"]
        return (1...64).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || marks.contains($0) }
    }
}
