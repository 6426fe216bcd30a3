import ArgumentParser

/// Measures a lesson's server; `./workbook bench` builds both for release and runs it.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure a server of the workbook, from a process of its own.")

    @Argument(help: "The server's program.")
    var program: String

    @Option(help: "How long each load lasts.")
    var seconds: Double = 5

    func validate() throws {
        guard (0.5...600).contains(seconds) else { throw ValidationError("--seconds is a number from 0.5 to 600.") }
    }

    func run() throws {
        do {
            try Scenarios(service: Service(program), seconds: seconds).run()
        } catch let trouble as Trouble {
            throw ValidationError("\(trouble)")
        }
    }
}
