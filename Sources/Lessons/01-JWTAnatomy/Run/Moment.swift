import Foundation

/// A time in a token, in whole seconds since 1970-01-01 UTC, as a person reads it.
struct Moment {
    private static let yearTenThousand = 253_402_300_800

    let seconds: Int

    init(_ seconds: Int) {
        self.seconds = seconds
    }

    /// Such as `2011-03-22 18:43:00 UTC`; times that no calendar program likes are said in words.
    var text: String {
        guard (0..<Self.yearTenThousand).contains(seconds) else {
            return seconds < 0 ? "before 1970" : "after the year 9999: were these milliseconds?"
        }
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space)
        let stamp = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style)
        return stamp.replacing("Z", with: " UTC")
    }
}
