import Foundation

/// SplitMix64: random numbers that a seed repeats. For tests, never for secrets.
package struct SeededGenerator: RandomNumberGenerator {
    /// `WORKBOOK_SEED`, or the seed that every run uses unless told otherwise.
    package static let seed = ProcessInfo.processInfo.environment["WORKBOOK_SEED"].flatMap(UInt64.init) ?? 20_261_122

    private var state: UInt64

    package init(seed: UInt64 = Self.seed) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
