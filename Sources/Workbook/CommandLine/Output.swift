import Foundation

/// Writes out what `print` has gathered, before somebody else writes to the same place or waits for an answer.
func flushOutput() {
    fflush(nil)
}
