import TestSupport
import Tokens

/// Endless small changes to a token, the same for the same seed.
struct Mutations {
    private let original: [UInt8]
    private var random = SeededGenerator()
    private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    init(of token: String) {
        original = Array(token.utf8)
    }

    /// Another text than the original, with nothing in it that would end a header or a word.
    mutating func next() -> [UInt8] {
        while true {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &random) { change(&bytes) }
            if bytes != original { return bytes }
        }
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: bytes.indices, using: &random)
        let other = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes[index] = digit()
        case 1: bytes[index] = UInt8.random(in: 0x21...0x7E, using: &random)
        case 2: bytes[index] = UInt8.random(in: 0x80...0xFF, using: &random)
        case 3: bytes.remove(at: index)
        case 4: bytes.insert(digit(), at: index)
        case 5: bytes.swapAt(index, other)
        case 6: bytes.removeLast(bytes.count - max(1, index))
        default: bytes.insert(contentsOf: bytes[min(index, other)...max(index, other)], at: index)
        }
    }

    private mutating func digit() -> UInt8 { alphabet[Int.random(in: alphabet.indices, using: &random)] }
}

extension ServerLesson {
    /// Sends this many changed tokens over a few connections that stay open, and claims that each gets 401.
    func expectRefusalOfMutations(_ count: Int, of good: IssuedToken) async throws {
        let (lanes, batch) = (4, 50)
        var mutations = Mutations(of: good.text)
        let tokens = (0..<count).map { _ in mutations.next() }
        let share = (count + lanes - 1) / lanes
        let base = base
        let surprises = try await withThrowingTaskGroup(of: [String].self) { group in
            for lane in 0..<lanes {
                let mine = Array(tokens.dropFirst(lane * share).prefix(share))
                group.addTask {
                    try await onThreads(1) { _ in
                        let line = try Pipeline(to: base)
                        return stride(from: 0, to: mine.count, by: batch).flatMap { start in
                            line.surprises(among: Array(mine.dropFirst(start).prefix(batch)))
                        }
                    }.flatMap(\.self)
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let answer = try await myInfo(good.text)
        try answer.require(
            surprises.isEmpty, "of \(count) changed tokens none is accepted, and none is more than refused",
            expected: "401 for each (seed \(SeededGenerator.seed)), not \(surprises.prefix(3).joined(separator: "; "))",
            because: "A token is good as it was issued, to the last bit, or not at all.")
        try answer.require(
            answer.status == 200 && !hasEnded, "and the same process still serves the good one",
            expected: "200 from the process that was started", because: "A restart would hide a crash.")
    }
}
