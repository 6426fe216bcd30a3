/// What one password hash costs (RFC 7914 §2): the higher, the dearer is every guess of a thief of the database.
package struct ScryptCost: Hashable, Sendable {
    /// The base-2 logarithm of N, the number of blocks that must be held in memory.
    package let log2N: Int
    /// r: the size of a block, in units of 128 bytes.
    package let blockSize: Int
    /// p: how many times over.
    package let parallelism: Int

    /// N = 2^17, r = 8, p = 1: 128 MiB and about half a second.
    package static let standard = ScryptCost(log2N: 17, blockSize: 8, parallelism: 1)

    /// The standard cost with another N, such as a cheaper one for tests.
    ///
    /// - Parameter log2N: 4 to 20; nil outside.
    package init?(log2N: Int) {
        self.init(checking: log2N, blockSize: 8, parallelism: 1)
    }

    /// Any cost that fits into a gibibyte; nil otherwise: a damaged row must not exhaust the memory.
    init?(checking log2N: Int, blockSize: Int, parallelism: Int) {
        guard (4...20).contains(log2N), (1...8).contains(blockSize), (1...4).contains(parallelism) else { return nil }
        self.init(log2N: log2N, blockSize: blockSize, parallelism: parallelism)
    }

    private init(log2N: Int, blockSize: Int, parallelism: Int) {
        (self.log2N, self.blockSize, self.parallelism) = (log2N, blockSize, parallelism)
    }

    /// The memory that one hash takes, in bytes.
    package var memory: Int { 128 * blockSize * (1 << log2N + parallelism) }

    /// Whether it is for tests alone: less than an eighth of the least that OWASP asks for where p is 1 (Password Storage
    /// Cheat Sheet, scrypt).
    package var isForTests: Bool { log2N < 14 }

    /// Whether any parameter lies below the other's.
    package func isBelow(_ other: ScryptCost) -> Bool {
        log2N < other.log2N || blockSize < other.blockSize || parallelism < other.parallelism
    }
}

/// The key that scrypt derives from a password: 32 bytes that are dear to compute and cannot be turned back.
///
/// - Throws: ``ScryptFailure``.
package func scryptKey(from password: Password, salt: [UInt8], cost: ScryptCost) throws -> [UInt8] {
    try LibCrypto.scrypt(password.bytes, salt: salt, cost: cost, length: 32)
}

/// Bytes that nobody can foresee, as for a salt.
package func randomBytes(_ count: Int) -> [UInt8] { LibCrypto.randomBytes(count) }
