import TestSupport

/// A database in a file of its own, gone with the test: as in earnest, and unlike the one in memory, it is read by many
/// while one writes.
struct DatabaseFile {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/accounts.sqlite"
    }

    /// What a server is told to use it, and to hash cheaply.
    var settings: [String: String] { ["DATABASE": path, "SCRYPT_LOG2_N": "10"] }
}
