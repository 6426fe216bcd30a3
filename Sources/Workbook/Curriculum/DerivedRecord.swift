/// What `sync` wrote last: a fingerprint for each exercise file, so that a learner's work is never written over.
struct DerivedRecord {
    static let path = "Sources/Lessons/.derived"

    private var fingerprints: [String: String] = [:]

    init(files: Files) throws {
        guard files.exists(Self.path) else { return }
        for (index, line) in try files.text(Self.path).split(separator: "\n").enumerated() {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, words[0].count == 16 else {
                throw Problem(Self.path, index + 1, "This line is no fingerprint with a path.")
            }
            fingerprints[words[1].trimmed] = String(words[0])
        }
    }

    func knows(_ text: String, at path: String) -> Bool {
        fingerprints[path] == Fingerprint(of: text).description
    }

    mutating func note(_ text: String, at path: String) {
        fingerprints[path] = Fingerprint(of: text).description
    }

    /// Drops what is no exercise file any more.
    mutating func keep(only paths: Set<String>) {
        fingerprints = fingerprints.filter { paths.contains($0.key) }
    }

    func save(in files: Files) throws {
        let lines = fingerprints.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }
        try files.write(lines.joined(), to: Self.path)
    }
}
