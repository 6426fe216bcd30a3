/// A program to start: where it is, what it is told, and what it finds around it.
package struct Program: Sendable {
    /// A path, or a name to be looked up along `PATH`.
    package var executable: String
    package var arguments: [String]
    /// What to add to the environment of this process or, with nil, to take out of it.
    package var environment: [String: String?]
    /// The folder to start in; nil is the folder of this process.
    package var workingDirectory: String?

    package init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String?] = [:],
        workingDirectory: String? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
    }
}
