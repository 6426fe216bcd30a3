import Foundation

/// Stands in for a library while a program is linked with it: it has those names alone that the program asks for.
///
/// What is below a lesson has a hundred thousand names, and reading them takes the linker longer than all else. The
/// stub is never loaded: a program that is linked with it asks for the library itself.
struct StubLibrary {
    private let library: String
    private let path: String

    /// - Parameters:
    ///   - library: what it stands in for.
    ///   - path: where it is put, with a list of what it has beside it.
    init(for library: String, at path: String) {
        (self.library, self.path) = (library, path)
    }

    var isMade: Bool { FileManager.default.fileExists(atPath: path) }

    private var definitions: URL { URL(filePath: path + ".definitions") }

    /// The linker's command with the stub in the library's place: it fails if that misses a name, and says which.
    func standingIn(_ link: [String]) -> [String] {
        link.replacing([library], with: [path]) + ["--no-demangle", "--error-limit=0"]
    }

    /// The command that makes the stub anew, with what it missed.
    ///
    /// - Parameters:
    ///   - complaint: the linker's, about names that the library itself turned out to have.
    ///   - link: a command for the same linker.
    func takingIn(_ complaint: String, for link: [String]) throws -> [String] {
        let missed = complaint.split(separator: "\n").compactMap { line in
            line.firstRange(of: "undefined symbol: ").map { "--defsym=\(line[$0.upperBound...])=0" }
        }
        let known = isMade ? try String(contentsOf: definitions, encoding: .utf8) : ""
        try Set(known.split(separator: "\n").map(String.init) + missed).sorted().joined(separator: "\n")
            .write(to: definitions, atomically: true, encoding: .utf8)
        // The linker wants something to link, whatever it may be.
        let machine = link.firstIndex(of: "-m").map { link[$0...].prefix(2) } ?? []
        return link.prefix(1) + ["-o", path, "-shared", "-soname", library, "@\(definitions.path)"] + machine
            + ["--format=binary", definitions.path]
    }
}
