import Foundation

/// What of SwiftPM's output a person needs when a build has failed.
enum CompilerWords {
    /// The errors with the lines that belong to them, each once, with paths from the course's root; all of the output if
    /// the compiler itself had nothing to say.
    static func pick(from output: String, root: String) -> String {
        let prefix = root.hasSuffix("/") ? root : root + "/"
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0.replacing(prefix, with: "")) }
        var seen: Set<String> = []
        var isKept = false
        var kept: [String] = []
        for line in lines {
            if isNoise(line) { isKept = false }
            if let severity = severity(of: line) {
                isKept = severity == "error" ? seen.insert(line).inserted : isKept && severity == "note"
            }
            if isKept { kept.append(line) }
        }
        let words = kept.isEmpty ? lines.filter { !isNoise($0) } : kept
        return words.joined(separator: "\n").trimmedAtEnd
    }

    /// `error` of `Sources/A.swift:3:5: error: …`
    private static func severity(of line: String) -> String? {
        let parts = line.split(separator: ":", maxSplits: 4)
        guard parts.count == 5, Int(parts[1]) != nil, Int(parts[2]) != nil else { return nil }
        let word = parts[3].drop { $0 == " " }
        return ["error", "warning", "note"].first { $0 == word }
    }

    /// LearnerProgress, and the echo of what the compiler was told to do.
    private static func isNoise(_ line: String) -> Bool {
        let starts = [
            "[", "Building for", "Fetching ", "Fetched ", "Computing ", "Computed ", "Creating ", "Working copy",
            "Planning build", "Build complete", "error: emit-module", "error: fatalError",
        ]
        return starts.contains { line.hasPrefix($0) }
    }
}

extension String {
    var trimmedAtEnd: String { String(reversed().drop { $0.isWhitespace }.reversed()) }
}
