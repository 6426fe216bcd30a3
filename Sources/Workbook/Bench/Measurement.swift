import Foundation

/// The times that requests took, and for how long they were sent.
struct Measurement: Sendable {
    /// Seconds, in ascending order.
    let times: [Double]
    /// Seconds from the first request to the last answer.
    let elapsed: Double

    init(times: [Double], elapsed: Double) {
        (self.times, self.elapsed) = (times.sorted(), elapsed)
    }

    /// Answers a second.
    var rate: Double { Double(times.count) / elapsed }
    var median: Double { quantile(0.5) }
    var p99: Double { quantile(0.99) }

    /// The time within which this share of the answers came.
    func quantile(_ share: Double) -> Double {
        times.isEmpty ? .nan : times[min(times.count - 1, Int(Double(times.count) * share))]
    }

    /// Two measurements of the same thing, one after the other.
    static func + (one: Measurement, other: Measurement) -> Measurement {
        Measurement(times: one.times + other.times, elapsed: one.elapsed + other.elapsed)
    }
}
