import Curriculum
import Foundation

/// What a product was built from, written beside it when SwiftPM has succeeded.
struct BuildStamp {
    private let file: URL
    private let product: URL
    /// How the sources stand, and what else counts.
    let inputs: [String]

    init(of product: URL, from inputs: [String]) {
        file = product.appendingPathExtension("stamp")
        (self.product, self.inputs) = (product, inputs)
    }

    /// Whether the product is there and is what these inputs made.
    var isCurrent: Bool { FileMark(of: product).description != "" && written == lines }

    /// Whether the product is there, untouched, and this input has not changed since, whatever has become of others.
    func isCurrent(in input: String) -> Bool {
        guard let written, let mark = written.last, mark == FileMark(of: product).description else { return false }
        return !mark.isEmpty && written.contains(input)
    }

    func write() {
        try? lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }

    private var lines: [String] { inputs + [FileMark(of: product).description] }
    private var written: [String]? { (try? String(contentsOf: file, encoding: .utf8))?.lines }
}
