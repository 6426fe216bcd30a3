/// Holes that open and close when a program runs, for the hole-by-hole check.
package enum Switches {
    /// The environment variable with the ids of the open holes, with commas between; `all` opens all.
    package static let variable = "WORKBOOK_OPEN"

    /// The file that stands beside the switchable exercise files.
    package static let source = """
        import Foundation

        /// Whether the check wants this hole open.
        func isOpen(_ exercise: String) -> Bool {
            let open = ProcessInfo.processInfo.environment["\(variable)"] ?? ""
            return open == "all" || open.split(separator: ",").contains { $0 == exercise }
        }

        """

    static func isOpen(_ exercise: String, in environment: [String: String]) -> Bool {
        let open = environment[variable] ?? ""
        return open == "all" || open.split(separator: ",").contains { $0 == exercise }
    }
}
