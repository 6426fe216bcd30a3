extension RunningProgram {
    /// Why a line that we waited for has not come.
    package enum NoLine: Error, Hashable, CustomStringConvertible {
        case ended(Ending)
        case timedOut

        package var description: String {
            switch self {
            case .ended(let ending): "\(ending)"
            case .timedOut: "it was silent for too long"
            }
        }
    }

    /// Waits for a whole line of standard output that starts like this, such as `listening on http://`.
    package func waitForLine(startingWith start: String, within time: Duration) throws(NoLine) -> String {
        let deadline = ContinuousClock.now + time
        while true {
            // Looked at before the output: what a program writes last must not be missed.
            let ended = waitForEnd(within: .zero)
            if let line = line(startingWith: start) { return line }
            if let ended { throw .ended(ended) }
            guard ContinuousClock.now < deadline else { throw .timedOut }
            pauseBriefly()
        }
    }

    private func line(startingWith start: String) -> String? {
        let whole = standardOutput.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        return whole.lazy.map { String(decoding: $0, as: UTF8.self) }.first { $0.hasPrefix(start) }
    }
}
