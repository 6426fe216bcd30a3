import Foundation

/// The figures, printed as they come.
enum Table {
    static func heading(_ text: String) {
        line("\n\(text)")
        line("  " + cell("", 38) + ["answers/s", "p50 ms", "p99 ms"].map { right($0, 11) }.joined())
    }

    static func row(_ name: String, _ measurement: Measurement) {
        let figures = [
            String(format: measurement.rate < 100 ? "%.1f" : "%.0f", measurement.rate),
            String(format: "%.2f", measurement.median * 1000), String(format: "%.2f", measurement.p99 * 1000),
        ]
        line("  " + cell(name, 38) + figures.map { right($0, 11) }.joined())
    }

    /// A figure that is held to a goal.
    static func ratio(_ name: String, _ value: Double, _ goal: String, holds: Bool) {
        line("  \(holds ? "✓" : "✗") \(name): \(String(format: "%.2f", value)) (\(goal))")
    }

    /// Shows a line at once, also to a file: what follows it takes a while.
    private static func line(_ text: String) {
        print(text)
        fflush(nil)
    }

    private static func cell(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}
