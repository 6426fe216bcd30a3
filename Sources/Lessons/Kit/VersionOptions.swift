package import ArgumentParser

/// Whose version of the lesson runs: the learner's unless told otherwise.
package struct VersionOptions: ParsableArguments {
    @Flag(help: "Run our finished version instead of yours.")
    package var solution = false

    @Option(help: "Run a version with this mistake in it; --flaws lists them.")
    package var flaw: String?

    package init() {}

    package func validate() throws {
        if solution && flaw != nil { throw ValidationError("Choose --solution or --flaw, not both.") }
    }

    /// The chosen version.
    ///
    /// - Throws: `ValidationError` if there is no flaw of that name.
    package func choose<Piece>(from versions: Versions<Piece>) throws -> Piece {
        guard let flaw else { return solution ? versions.solution : versions.yours }
        guard let found = versions.flaws.first(where: { $0.name == flaw }) else {
            let names = versions.flaws.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no flaw '\(flaw)' in this lesson. It has: \(names).")
        }
        return found.piece
    }
}
