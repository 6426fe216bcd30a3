/// What a captured program has left.
package struct Captured: Sendable {
    package let ending: Ending
    package let standardOutput: [UInt8]
    package let standardError: [UInt8]
    /// It took longer than it was given, and was killed.
    package let timedOut: Bool
    /// It wrote more than it was given room for, and was killed.
    package let overflowed: Bool

    /// Standard output as text; bytes that are no UTF-8 are replaced.
    package var output: String { String(decoding: standardOutput, as: UTF8.self) }
    /// Standard error as text; bytes that are no UTF-8 are replaced.
    package var errors: String { String(decoding: standardError, as: UTF8.self) }

    /// Whether it ran to its end and returned 0.
    package var isSuccess: Bool { ending.isSuccess && !timedOut && !overflowed }
}
