package import ArgumentParser
import AuthService
import LessonKit

/// What every lesson that is a server takes.
package struct ServerOptions: ParsableArguments, Versioned {
    @Option(help: "The address to listen on (environment HOST; default 127.0.0.1).")
    package var host: String?

    @Option(help: "The port to listen on, 0 for a free one (environment PORT; default 5005).")
    package var port: Int?

    @Option(
        help: "The file with the accounts, or :memory: (environment DATABASE; by default .workbook/LESSON.sqlite).")
    package var database: String?

    @Flag(help: .solution)
    package var solution = false

    @Option(help: .flaw)
    package var flaw: String?

    @Flag(help: "List the mistakes that this lesson can run with: name, exercise, what goes wrong.")
    package var flaws = false

    package init() {}

    var settings: Settings.Options { .init(host: host, port: port, database: database) }

    /// Whose version runs, for the banner.
    var version: String {
        if let flaw { return "our version with the mistake \(flaw)" }
        return solution ? "our version" : "your version (--solution runs ours)"
    }
}

extension ArgumentHelp {
    package static let ahead: Self =
        "By how many seconds the server's clock is ahead: to see tokens end without waiting."
}
