/// What stands in an exercise's hole.
package enum Filling: Sendable {
    /// A call of ours, and the task: what a learner begins with.
    case borrowed
    /// Our solution.
    case solution
    /// Either of them, as the environment says when the program runs: for the hole-by-hole check.
    case switchable
    /// A line that somebody has written there.
    case line(String)
}

extension Hole {
    func lines(_ filling: Filling) -> [String] {
        guard let function else { return linesWithoutFunction(filling) }
        return switch filling {
        case .solution: solution
        case .line(let line): [margin + line]
        case .borrowed:
            [
                "\(margin)// TODO \(id): \(task)",
                "\(margin)// Until you do, ours answers in its place. Replace the next line.",
            ]
                + fitted(
                    "\(isTail && function.result != nil ? "return " : "")\(function.markers)borrow(\"\(id)\")",
                    function.call(on: "ours"))
        case .switchable:
            [
                "\(margin)if isOpen(\"\(id)\") { return \(function.markers)borrow(\"\(id)\") "
                    + "{ \(function.call(on: "ours")) } }",
                "\(margin)func filled() \(function.isAsync ? "async " : "")\(function.throwing) "
                    + "-> \(function.result ?? "Void") {",
            ] + solution + ["\(margin)}", "\(margin)return \(function.markers)filled()"]
        }
    }

    /// What is no program cannot borrow: the task stands there alone, or a switch that only a reader heeds.
    private func linesWithoutFunction(_ filling: Filling) -> [String] {
        switch filling {
        case .solution: solution
        case .line(let line): [margin + line]
        case .borrowed: ["\(margin)# TODO \(id): \(task)"]
        case .switchable: ["\(margin)# isOpen(\"\(id)\")"] + solution
        }
    }

    /// A call with its closure: on one line where that fits, else on three.
    private func fitted(_ start: String, _ call: String) -> [String] {
        let one = "\(margin)\(start) { \(call) }"
        return one.count <= 120 ? [one] : ["\(margin)\(start) {", "\(margin)    \(call)", "\(margin)}"]
    }
}
