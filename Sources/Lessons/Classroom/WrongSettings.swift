package import ArgumentParser
import AuthService
import Foundation

extension AsyncParsableCommand {
    /// Ends with status 78 (`EX_CONFIG`) and one sentence if something is set up wrongly.
    package func refusingWrongSettings(_ serve: () async throws -> Void) async throws {
        do {
            try await serve()
        } catch let error as SettingsError {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(78)
        }
    }
}
