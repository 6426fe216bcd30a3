import Foundation

/// The toolchain's own libraries as archives, for a library of ours to hold: a program starts the quicker the fewer
/// libraries have to be found and bound, and the tests of a lesson start it very often.
struct RuntimeArchives {
    private let folder: URL
    /// How the linker is told where the same libraries are as shared ones.
    private let sharedFolder: String
    /// The archives by what the linker is told to link them, such as `-lFoundation`.
    private let archives: [String: String]

    /// Nil if the toolchain has none.
    ///
    /// - Parameter link: a command for its linker, which tells where its libraries are.
    init?(besideLibrariesOf link: [String]) {
        let end = "/swift/linux"
        guard let shared = link.first(where: { $0.hasPrefix("-L") && $0.hasSuffix(end) }) else { return nil }
        sharedFolder = shared
        folder = URL(filePath: "\(shared.dropFirst(2).dropLast(end.count))/swift_static/linux")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let folder = folder
        archives = Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasPrefix("lib") && $0.hasSuffix(".a") }.map { name in
                ("-l\(name.dropFirst(3).dropLast(2))", folder.appending(path: name).path)
            })
        if archives.isEmpty { return nil }
    }

    /// Which of these words for the linker can be held.
    func holding(_ words: [String]) -> [String] { words.filter { archives[$0] != nil } }

    /// The linker's command for a library that holds all of these, and of other archives what they need.
    func link(_ command: [String], holding held: [String]) -> [String] {
        if held.isEmpty { return command }
        let whole = held.compactMap { archives[$0] }
        // Some of them have the same function; and what holds everything can bind it for good.
        return link(command, below: held) + ["-z", "muldefs", "-Bsymbolic", "--whole-archive"] + whole
            + ["--no-whole-archive"] + archives.values.sorted() + needed
    }

    /// The linker's command for a program that finds all of these below it.
    func link(_ command: [String], below held: [String]) -> [String] {
        command.filter { !held.contains($0) }.map { $0 == sharedFolder ? "-L\(folder.path)" : $0 }
    }

    /// What the archives need of the system, as the toolchain says.
    private var needed: [String] {
        let told = try? String(contentsOf: folder.appending(path: "static-stdlib-args.lnk"), encoding: .utf8)
        return (told ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
            .filter { $0.hasPrefix("-l") && archives[$0] == nil }
    }
}
