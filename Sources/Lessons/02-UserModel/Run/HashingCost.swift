import ArgumentParser
import Foundation
import Users

/// What a hash costs, from the environment.
enum HashingCost {
    private static let name = "SCRYPT_LOG2_N"

    /// `SCRYPT_LOG2_N`: the base-2 logarithm of scrypt's N, 4 to 20; ``ScryptCost/standard`` without it.
    ///
    /// - Throws: exit status 78 (sysexits.h: configuration), with a sentence on standard error.
    static func fromEnvironment() throws -> ScryptCost {
        guard let text = ProcessInfo.processInfo.environment[name] else { return .standard }
        guard let number = Int(text), let cost = ScryptCost(log2N: number) else {
            let sentence = "\(name) must be a whole number from 4 to 20, such as 17, or not be set at all.\n"
            FileHandle.standardError.write(Data(sentence.utf8))
            throw ExitCode(78)
        }
        return cost
    }
}
