import ArgumentParser

/// What those who write the course need; learners do not.
struct Author: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "For those who write the course.",
        subcommands: [Sync.self, AuthorCheck.self, AuthorTime.self, AuthorNew.self])
}
