import CLibCrypto

/// The two functions that this tier takes from OpenSSL's libcrypto; the only file here that meets C.
enum LibCrypto {
    /// HMAC with SHA-256 (RFC 2104, FIPS 198-1): 32 bytes that only a holder of the key can compute.
    static func hmacSHA256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let computed = HMAC(EVP_sha256(), key, Int32(clamping: key.count), message, message.count, &code, &length)
        // libcrypto fails here only when it cannot allocate. An all-zero code would be a forgeable one.
        guard computed != nil, length == 32 else { fatalError("libcrypto could not compute an HMAC: out of memory?") }
        return code
    }

    /// Compares in a time that depends on the lengths alone, never on where the first difference is.
    static func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        one.count == other.count && CRYPTO_memcmp(one, other, one.count) == 0
    }
}
