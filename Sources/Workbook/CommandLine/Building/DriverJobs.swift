import Processes

/// The commands that the Swift compiler's driver would run: running them ourselves saves the driver's own start.
struct DriverJobs {
    let commands: [[String]]

    /// Asks the driver; nil if it does not say.
    init?(_ arguments: CompilerArguments, in folder: String) {
        let driver = Program(
            arguments.compiler, arguments.words.dropFirst() + ["-###"], workingDirectory: folder)
        guard let answer = try? driver.capture(timeout: .seconds(60)), answer.isSuccess else { return nil }
        var commands: [[String]] = []
        for line in answer.output.split(separator: "\n") {
            // The driver writes for a shell, so a shell reads it.
            let shell = Program("sh", ["-c", "printf '%s\\n' \(line)"], workingDirectory: folder)
            guard let words = try? shell.capture(timeout: .seconds(60)), words.isSuccess else { return nil }
            commands.append(words.output.split(separator: "\n").map(String.init))
        }
        guard !commands.isEmpty else { return nil }
        self.commands = commands
    }
}
