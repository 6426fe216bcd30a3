package import ArgumentParser
package import LessonKit

/// The command of a lesson that is a server.
package protocol ServerCommand: AsyncParsableCommand {
    associatedtype Piece: Sendable

    /// What the lesson can run with.
    static var versions: Versions<Piece> { get }
    var server: ServerOptions { get }
    var version: VersionOptions { get }

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
        let piece = try version.choose(from: Self.versions)
        try await refusingWrongSettings { try await lesson(with: piece).run(server, version: version.words) }
    }
}

extension VersionOptions {
    fileprivate var words: String {
        if let flaw { return "our version with the mistake \(flaw)" }
        return solution ? "our version" : "your version (--solution runs ours)"
    }
}
