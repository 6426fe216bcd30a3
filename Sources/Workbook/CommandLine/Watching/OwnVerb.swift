import Foundation
import Processes

/// This program once more, for one verb: what takes long, or goes wrong, does so elsewhere.
struct OwnVerb {
    let program: Program

    /// - Parameters:
    ///   - width: of the screen that will show what it prints, in columns.
    ///   - isColoured: whether that screen shows colours.
    init(_ arguments: [String], in workplace: Workplace, width: Int, isColoured: Bool) {
        program = Program(
            Bundle.main.executablePath ?? "workbook", arguments,
            environment: [
                "COLUMNS": "\(width)", "CLICOLOR_FORCE": isColoured ? "1" : nil, "WORKBOOK_STATE": workplace.state.path,
            ], workingDirectory: workplace.root.path)
    }
}
