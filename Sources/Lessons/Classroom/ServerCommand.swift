package import ArgumentParser
package import LessonKit

/// The command of a lesson that is a server.
package protocol ServerCommand: AsyncParsableCommand {
    associatedtype Piece: Sendable

    /// What the lesson can run with.
    static var versions: Versions<Piece> { get }
    var server: ServerOptions { get }
    /// By how many seconds the server's clock is ahead.
    var ahead: Int { get }

    /// The lesson's server with one version of its piece.
    func lesson(with piece: Piece) -> LessonServer
}

extension ServerCommand {
    package func run() async throws { try await serve() }

    /// Serves with the chosen version, or lists the mistakes.
    package func serve() async throws {
        if server.flaws {
            print(Self.versions.catalogue)
            return
        }
        let century = 3_155_760_000
        guard (0...century).contains(ahead) else {
            throw ValidationError("--ahead takes a number of seconds from 0 to \(century), a hundred years.")
        }
        let piece = try server.choose(from: Self.versions)
        try await refusingWrongSettings { try await lesson(with: piece).run(server, ahead: ahead) }
    }
}
