/// What SwiftPM tells the compiler, changed in as little as a build of one lesson needs.
struct CompilerArguments {
    private(set) var words: [String]

    /// - Parameter words: the compiler's own path first.
    init(_ words: [String]) {
        self.words = words
    }

    /// The compiler's own path.
    var compiler: String { words.first ?? "swiftc" }

    /// Takes out these options, and as many words after each as it has values.
    func without(_ options: [String: Int]) -> Self {
        var kept: [String] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            // What follows one of these belongs to somebody else.
            let isForwarded = ["-Xcc", "-Xfrontend", "-Xlinker"].contains(word)
            if !isForwarded, let values = options[word] {
                index += 1 + values
                continue
            }
            let length = isForwarded ? 2 : 1
            kept += words[index...].prefix(length)
            index += length
        }
        return Self(kept)
    }

    /// Takes out what is passed on to the linker for which this is true.
    func withoutLinkerWords(_ isUnwanted: (String) -> Bool) -> Self {
        var kept: [String] = []
        for word in words {
            if kept.last == "-Xlinker", isUnwanted(word) { kept.removeLast() } else { kept.append(word) }
        }
        return Self(kept)
    }

    /// Takes out the lists of files that it is to read from other files.
    func withoutLists() -> Self { Self(words.filter { !$0.hasPrefix("@") }) }

    /// The same for linking something else, which is still to be named.
    func linking(_ module: String, to output: String) -> Self {
        // The toolchain's own linker is several times as fast as the usual one.
        without(["-o": 1, "-g": 0, "-module-name": 1]).withoutLists()
            .with(["-use-ld=lld", "-module-name", module, "-o", output])
    }

    func with(_ more: [String]) -> Self { Self(words + more) }
}
