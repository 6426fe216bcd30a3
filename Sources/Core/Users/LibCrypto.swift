import CLibCrypto

/// What this tier takes from OpenSSL's libcrypto; the only file here that meets C.
enum LibCrypto {
    /// Bytes that nobody can foresee, from the operating system's generator by way of libcrypto's.
    static func randomBytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        // Without randomness no salt and no secret is safe: better no service than a guessable one.
        guard RAND_bytes(&bytes, Int32(clamping: count)) == 1 else { fatalError("libcrypto has no random bytes") }
        return bytes
    }

    /// scrypt (RFC 7914 §6).
    ///
    /// - Throws: ``ScryptFailure`` when libcrypto refuses the parameters or cannot have the memory.
    static func scrypt(_ password: [UInt8], salt: [UInt8], cost: ScryptCost, length: Int) throws -> [UInt8] {
        var key = [UInt8](repeating: 0, count: length)
        let characters = password.map { CChar(bitPattern: $0) }
        let derived = EVP_PBE_scrypt(
            characters, characters.count, salt, salt.count, UInt64(1) << cost.log2N, UInt64(cost.blockSize),
            UInt64(cost.parallelism), UInt64(cost.memory) + (1 << 20), &key, length)
        guard derived == 1 else { throw ScryptFailure() }
        return key
    }
}

/// scrypt could not be computed: most likely there was not enough memory.
package struct ScryptFailure: Error {}
