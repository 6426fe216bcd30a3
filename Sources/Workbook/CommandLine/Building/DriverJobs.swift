import Processes

/// The commands that a compiler's driver would run: running them ourselves saves the driver's own start.
struct DriverJobs {
    let commands: [[String]]

    /// Asks the Swift compiler's driver, and for linking the driver that it would ask; nil if they do not say.
    init?(_ arguments: CompilerArguments, in folder: String) {
        guard let jobs = Self.jobs(of: arguments.words, in: folder) else { return nil }
        var commands: [[String]] = []
        for job in jobs {
            let isDriver = job.first?.hasSuffix("/clang") == true
            // The objects and the list of libraries are not there yet: the linker is to read them, not the driver.
            let deferred = job.flatMap { $0.hasPrefix("@") || $0.hasSuffix(".o") ? ["-Xlinker", $0] : [$0] }
            guard let inner = isDriver ? Self.jobs(of: deferred, in: folder) : [job] else { return nil }
            commands += inner
        }
        self.commands = commands
    }

    private static func jobs(of command: [String], in folder: String) -> [[String]]? {
        let driver = Program(command[0], command.dropFirst() + ["-###"], workingDirectory: folder)
        guard let answer = try? driver.capture(timeout: .seconds(60)), answer.isSuccess else { return nil }
        // Clang tells of itself first, and of its jobs on standard error.
        let told = answer.output.isEmpty ? answer.errors.split(separator: "\n").filter { $0.hasPrefix(" \"") } : []
        var jobs: [[String]] = []
        for line in answer.output.split(separator: "\n") + told {
            // Drivers write for a shell, so a shell reads it.
            let shell = Program("sh", ["-c", "printf '%s\\n' \(line)"], workingDirectory: folder)
            guard let words = try? shell.capture(timeout: .seconds(60)), words.isSuccess else { return nil }
            jobs.append(words.output.split(separator: "\n").map(String.init))
        }
        return jobs.isEmpty ? nil : jobs
    }
}
