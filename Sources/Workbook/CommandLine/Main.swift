import ArgumentParser
import Curriculum
import Foundation

/// `./workbook`: the companion through the course.
@main
enum Main {
    static func main() {
        do {
            var verb = try Workbook.parseAsRoot()
            try verb.run()
        } catch let fault where fault is Fault || fault is Problem {
            FileHandle.standardError.write(Data("\(fault)\n".utf8))
            exit(Fault.status)
        } catch {
            Workbook.exit(withError: error)
        }
    }
}

/// Something that is not the learner's doing: exit status 70.
struct Fault: Error, CustomStringConvertible {
    static let status: Int32 = 70
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension ExitCode {
    /// Not everything that was asked about is right yet.
    static let notYet = ExitCode(1)
}
