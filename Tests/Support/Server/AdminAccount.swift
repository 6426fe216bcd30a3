import Foundation
package import Testing

/// The first admin of a server, whom its configuration names: every other admin is made by one.
extension Account {
    /// The admin of the servers that tests share.
    package static let root = Account(username: "root", password: "the lighthouse keeper reads at night")

    /// What makes `root` an admin of a server that a test starts itself.
    package static let rootSettings = ["ADMIN_USERNAME": root.username, "ADMIN_PASSWORD": root.password]

    /// An admin of the server that is judged; nil for one elsewhere unless `LESSON_ADMIN_USERNAME` and
    /// `LESSON_ADMIN_PASSWORD` name theirs.
    static var admin: Account? {
        guard Subject.chosen.contains(where: \.isElsewhere) else { return root }
        let environment = ProcessInfo.processInfo.environment
        guard let name = environment["LESSON_ADMIN_USERNAME"], let password = environment["LESSON_ADMIN_PASSWORD"]
        else { return nil }
        return Account(username: name, password: password)
    }
}

/// Judges a test that needs an admin, against the server that a lesson's tests share.
package func judge(
    adminOf product: String, onDisk configuration: [String: String?]? = nil,
    isolation: isolated (any Actor)? = #isolation,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (ServerLesson, _ admin: Account) async throws -> Void
) async throws {
    guard let admin = Account.admin else {
        try Test.cancel(
            "This test needs an admin of the server: set LESSON_ADMIN_USERNAME and LESSON_ADMIN_PASSWORD.")
    }
    try await judge(server: product, onDisk: configuration, sourceLocation: sourceLocation) {
        try await body($0, admin)
    }
}
