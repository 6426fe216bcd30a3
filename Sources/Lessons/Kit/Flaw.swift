/// A mistake that a lesson prevents, shipped on purpose so that it can be exploited by hand.
package struct Flaw<Piece: Sendable>: Sendable {
    /// What `--flaw` calls it.
    package let name: String
    /// The exercise whose tests must catch it.
    package let exercise: String
    /// What goes wrong, in one sentence.
    package let summary: String
    /// The lesson's piece, with the mistake in it.
    package let piece: Piece

    package init(_ name: String, caughtBy exercise: String, _ summary: String, _ piece: Piece) {
        (self.name, self.exercise, self.summary, self.piece) = (name, exercise, summary, piece)
    }
}

/// The versions of a lesson's piece that a program can run with.
package struct Versions<Piece: Sendable>: Sendable {
    /// The learner's, from `Exercise/`.
    package let yours: Piece
    /// Ours, from the core.
    package let solution: Piece
    /// Ours with one mistake each.
    package let flaws: [Flaw<Piece>]

    package init(yours: Piece, solution: Piece, flaws: [Flaw<Piece>]) {
        (self.yours, self.solution, self.flaws) = (yours, solution, flaws)
    }

    /// One line a flaw for programs and people: its name, its exercise, its summary, with tabs between.
    package var catalogue: String {
        flaws.map { "\($0.name)\t\($0.exercise)\t\($0.summary)" }.joined(separator: "\n")
    }
}
