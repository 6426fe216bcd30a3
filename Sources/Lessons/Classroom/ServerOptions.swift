package import ArgumentParser
import AuthService

/// What every lesson that is a server takes.
package struct ServerOptions: ParsableArguments {
    @Option(help: "The address to listen on (environment HOST; default 127.0.0.1).")
    package var host: String?

    @Option(help: "The port to listen on, 0 for a free one (environment PORT; default 5005).")
    package var port: Int?

    @Option(
        help: "The file with the accounts, or :memory: (environment DATABASE; by default .workbook/LESSON.sqlite).")
    package var database: String?

    @Option(help: "By how many seconds the server's clock is ahead: to see tokens end without waiting.")
    package var ahead = 0

    @Flag(help: "List the mistakes that this lesson can run with: name, exercise, what goes wrong.")
    package var flaws = false

    package init() {}

    package func validate() throws {
        let century = 3_155_760_000
        if !(0...century).contains(ahead) {
            throw ValidationError("--ahead takes a number of seconds from 0 to \(century), a hundred years.")
        }
    }

    var settings: Settings.Options { .init(host: host, port: port, database: database) }
}
