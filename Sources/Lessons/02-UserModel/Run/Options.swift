import ArgumentParser
import Foundation
import GRDB
import LessonKit
import Tokens
import UserModel
import Users

/// What every verb takes.
struct CommonOptions: ParsableArguments {
    @OptionGroup var version: VersionOptions

    @Option(help: "The file with the accounts (by default .workbook/user-model.sqlite).")
    var database: String?

    @Flag(help: "Print JSON instead of text for people.")
    var json = false

    /// The steps of the chosen version.
    func steps() throws -> any AccountSteps { try version.choose(from: versions) }

    /// The accounts, kept by those steps.
    ///
    /// - Throws: `ExitCode` 78 if the database cannot be opened or the cost is set wrongly.
    func accounts() throws -> Accounts {
        let path = try database ?? defaultDatabase()
        let database: AccountDatabase
        let steps = try steps()
        do {
            database = try AccountDatabase(path: path, steps: steps)
        } catch let error as DatabaseError {
            throw refused("\(path) cannot be opened: \(error.message ?? "SQLite error \(error.resultCode.rawValue)").")
        }
        return Accounts(database, steps: steps, cost: try cost())
    }

    /// Prints an object as JSON, or a sentence for people.
    func say(_ object: JSONObject, _ sentence: String) {
        print(json ? object.json : sentence)
    }

    private func defaultDatabase() throws -> String {
        let folder = WorkbookState.folder
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw refused("The folder \(folder.relativePath) cannot be made. Choose a file with --database FILE.")
        }
        return folder.appending(path: "user-model.sqlite").relativePath
    }

    private func cost() throws -> ScryptCost {
        guard let text = ProcessInfo.processInfo.environment["SCRYPT_LOG2_N"] else { return .standard }
        guard let cost = Int(text).flatMap(ScryptCost.init(log2N:)) else {
            throw refused("SCRYPT_LOG2_N must be a whole number from 10 to 20.")
        }
        return cost
    }

    private func refused(_ sentence: String) -> ExitCode {
        FileHandle.standardError.write(Data("\(sentence)\n".utf8))
        return ExitCode(78)
    }
}
