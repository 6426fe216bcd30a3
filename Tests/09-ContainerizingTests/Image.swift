import Foundation

/// What comes of a Dockerfile: the image of its last stage.
struct Image {
    /// From outside, such as `debian:bookworm-slim`.
    let base: String
    /// All that has left a layer or a setting in it, that of earlier stages that it is based on included.
    let instructions: [Dockerfile.Instruction]
    /// Every stage's, those that nothing but a copied file is left of included.
    let all: [Dockerfile.Instruction]
    /// The images that all stages begin with.
    let bases: [String]

    init(_ file: Dockerfile) {
        var chain: [Dockerfile.Stage] = []
        var index = file.stages.count - 1
        while index >= 0 {
            chain.insert(file.stages[index], at: 0)
            guard let earlier = file.stages[..<index].lastIndex(where: { $0.name == file.stages[index].base }) else {
                break
            }
            index = earlier
        }
        base = chain.first?.base ?? ""
        instructions = chain.flatMap(\.instructions)
        all = file.stages.flatMap(\.instructions)
        bases = file.stages.map(\.base).filter { base in !file.stages.contains { $0.name == base } }
    }

    private func last(_ keyword: String) -> Dockerfile.Instruction? { instructions.last { $0.keyword == keyword } }

    /// As whom it runs; root if nobody is named.
    var user: String { last("USER")?.text ?? "0" }

    /// The program that is process 1: in the exec form; nil if a shell stands before it, or nothing is named.
    var command: [String]? {
        guard let entry = last("ENTRYPOINT") ?? last("CMD"), let words = entry.exec else { return nil }
        let shells = ["sh", "bash", "dash", "ash"]
        return shells.contains(words.first?.split(separator: "/").last.map(String.init) ?? "") ? nil : words
    }

    /// What asks for its health, in the exec form.
    var healthCheck: [String]? {
        guard let check = last("HEALTHCHECK"), check.text.hasPrefix("CMD ") else { return nil }
        return try? JSONDecoder().decode([String].self, from: Data(check.text.dropFirst(4).utf8))
    }

    var volumes: [String] { instructions.filter { $0.keyword == "VOLUME" }.flatMap(\.words) }

    var ports: [String] { instructions.filter { $0.keyword == "EXPOSE" }.flatMap(\.words) }

    /// What is copied into it from the folder of the Dockerfile, and so from whoever's machine it is built on.
    var copiedFromOutside: [String] {
        instructions.filter { ["COPY", "ADD"].contains($0.keyword) && $0.options["from"] == nil }
            .flatMap { $0.words.dropLast() }
    }

    /// The files and variables of all stages that are secrets by their name, or may be: a whole folder of unknown things.
    var secrets: [String] {
        let suspicious = ["secret", "password", "passwd", ".env", ".pem", ".key", "id_rsa", "credential"]
        let files = all.filter { ["COPY", "ADD"].contains($0.keyword) && $0.options["from"] == nil }
            .flatMap { $0.words.dropLast() }
            .filter { file in suspicious.contains { file.lowercased().contains($0) } }
        let settings = all.filter { ["ENV", "ARG", "RUN", "LABEL"].contains($0.keyword) }.flatMap(\.words).filter {
            word in
            let name = word.prefix { $0 != "=" }.uppercased()
            return ["SECRET", "PASSWORD"].contains { name.contains($0) } && !name.hasSuffix("_FILE")
                && !name.contains("/")
        }
        return files + settings + copiedFromOutside.filter { [".", "./", "/", "*"].contains($0) }
    }
}
