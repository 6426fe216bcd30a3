import Foundation

/// SwiftPM's own plan, which it writes down before it builds: what it tells the compiler and the linker.
struct BuildPlan {
    private let text: Data

    /// - Parameter folder: `.build`. Nil if nothing has been planned there.
    init?(in folder: URL) {
        guard let text = try? Data(contentsOf: folder.appending(path: "debug.yaml"), options: .mappedIfSafe) else {
            return nil
        }
        self.text = text
    }

    /// A command of the plan.
    struct Command {
        /// The files that it reads.
        let inputs: [String]
        /// The program's own path first.
        let arguments: [String]
    }

    /// How a module is compiled.
    func compiling(module: String) -> Command? { command(from: "C.\(module)-", to: ".module") }

    /// How an executable product is linked.
    func linking(product: String) -> Command? { command(from: "C.\(product)-", to: ".exe") }

    /// The command whose name begins and ends like this.
    private func command(from start: String, to end: String) -> Command? {
        var rest = text.startIndex..<text.endIndex
        while let name = text.range(of: Data("\n  \"\(start)".utf8), in: rest) {
            rest = name.upperBound..<text.endIndex
            guard let close = text.range(of: Data("\":\n".utf8), in: rest),
                text[name.upperBound..<close.lowerBound].suffix(end.utf8.count).elementsEqual(end.utf8)
            else { continue }
            guard let inputs = list("inputs", in: rest), let arguments = list("args", in: rest) else { return nil }
            return Command(inputs: inputs, arguments: arguments)
        }
        return nil
    }

    /// The next list of this name: it stands on one line, and is JSON.
    private func list(_ name: String, in range: Range<Data.Index>) -> [String]? {
        guard let key = text.range(of: Data("\n    \(name): ".utf8), in: range),
            let line = text.range(of: Data("\n".utf8), in: key.upperBound..<text.endIndex)
        else { return nil }
        return try? JSONDecoder().decode([String].self, from: text[key.upperBound..<line.lowerBound])
    }
}
