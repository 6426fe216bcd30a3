import Foundation
import TestSupport

/// A Dockerfile as a builder reads it: stages, each with a base and instructions.
struct Dockerfile {
    /// One instruction: its keyword in capitals, its options such as `--from=build`, and what follows.
    struct Instruction {
        let keyword: String
        let options: [String: String]
        let text: String

        /// The words of the exec form, `["program", "argument"]`; nil for the shell form.
        var exec: [String]? { try? JSONDecoder().decode([String].self, from: Data(text.utf8)) }

        var words: [String] { exec ?? text.split(whereSeparator: \.isWhitespace).map(String.init) }
    }

    /// What is made between one FROM and the next.
    struct Stage {
        let name: String
        /// An image, or the name of an earlier stage.
        let base: String
        var instructions: [Instruction] = []
    }

    private(set) var stages: [Stage] = []

    /// - Throws: a ``Unreadable`` for what a builder would refuse as well.
    init(_ text: String) throws {
        for line in Self.joined(text) {
            let instruction = try Self.instruction(line)
            if instruction.keyword == "FROM" {
                let words = instruction.words
                let isNamed = words.count == 3 && words[1].uppercased() == "AS"
                guard isNamed || words.count == 1 else { throw Unreadable(description: "No base image in: \(line)") }
                stages.append(Stage(name: isNamed ? words[2] : "", base: words[0]))
            } else if stages.isEmpty {
                guard instruction.keyword == "ARG" else { throw Unreadable(description: "Before any FROM: \(line)") }
            } else {
                stages[stages.count - 1].instructions.append(instruction)
            }
        }
        if stages.isEmpty { throw Unreadable(description: "There is no FROM.") }
    }

    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// Lines without comments; one that ends with a backslash goes on in the next.
    private static func joined(_ text: String) -> [String] {
        var whole: [String] = []
        var pending = ""
        for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if line.hasPrefix("#") || line.isEmpty { continue }
            if line.hasSuffix("\\") {
                pending += line.dropLast() + " "
            } else {
                whole.append(pending + line)
                pending = ""
            }
        }
        return pending.isEmpty ? whole : whole + [pending]
    }

    private static let keywords: Set = [
        "FROM", "ARG", "ENV", "RUN", "COPY", "ADD", "WORKDIR", "USER", "VOLUME", "EXPOSE", "LABEL", "HEALTHCHECK",
        "CMD",
        "ENTRYPOINT", "STOPSIGNAL", "SHELL", "ONBUILD",
    ]

    private static func instruction(_ line: String) throws -> Instruction {
        var words = line.split(separator: " ", omittingEmptySubsequences: true)[...]
        let keyword = words.removeFirst().uppercased()
        guard keywords.contains(keyword) else { throw Unreadable(description: "No instruction: \(line)") }
        var options: [String: String] = [:]
        while let word = words.first, word.hasPrefix("--") {
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
            options[parts.first ?? ""] = parts.count > 1 ? parts[1] : ""
            words.removeFirst()
        }
        return Instruction(keyword: keyword, options: options, text: words.joined(separator: " "))
    }
}
