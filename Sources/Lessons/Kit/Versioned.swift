package import ArgumentParser

/// Something that runs in one of several versions: the learner's unless told otherwise.
package protocol Versioned {
    var solution: Bool { get }
    var flaw: String? { get }
}

extension Versioned {
    /// The chosen version.
    ///
    /// - Throws: `ValidationError` if two are chosen, or there is no flaw of that name.
    package func choose<Piece>(from versions: Versions<Piece>) throws -> Piece {
        guard let flaw else { return solution ? versions.solution : versions.yours }
        if solution { throw ValidationError("Choose --solution or --flaw, not both.") }
        guard let found = versions.flaws.first(where: { $0.name == flaw }) else {
            let names = versions.flaws.map(\.name).joined(separator: ", ")
            throw ValidationError("There is no flaw '\(flaw)' in this lesson. It has: \(names).")
        }
        return found.piece
    }
}

/// What options mean that several commands share. The commands declare them themselves: a debug build, such as a
/// learner's, validates a group of options dozens of times at each start, and tests start a lesson very often.
extension ArgumentHelp {
    package static let solution: Self = "Run our finished version instead of yours."
    package static let flaw: Self = "Run a version with this mistake in it; --flaws lists them."
    package static let json: Self = "Print JSON instead of text for people."
}
