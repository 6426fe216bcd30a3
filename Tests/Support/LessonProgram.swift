import Curriculum
import Foundation
import Synchronization

/// The executable of a lesson, found and known to be made from the sources as they are.
struct LessonProgram {
    let path: String

    /// - Parameter product: the executable's name, such as `jwt-anatomy`.
    /// - Throws: ``CannotStart`` if it is not there or its sources have changed since.
    init(_ product: String) throws {
        path = try Self.found.withLock { found in
            let result = found[product] ?? Result { try Self.find(product) }
            found[product] = result
            return result
        }.get()
    }

    private static let found = Mutex<[String: Result<String, any Error>]>([:])

    private static func find(_ product: String) throws -> String {
        if let program = Whereabouts.program, program.lastPathComponent == product { return try check(program) }
        let file = Whereabouts.products.appending(path: product).resolvingSymlinksInPath()
        guard FileManager.default.isExecutableFile(atPath: file.path) else {
            throw CannotStart("\(product) is not built. Run: swift build --product \(product)")
        }
        if let root = Whereabouts.course?.files.root, let source = BuildRecord(of: file).staleSource(under: root) {
            throw CannotStart("\(product) was built before \(source) changed. Run: swift build --product \(product)")
        }
        return file.path
    }

    /// A program that the companion has built without SwiftPM brings a record of its own.
    private static func check(_ program: URL) throws -> String {
        guard let course = Whereabouts.course, let place = course.lesson(named: program.lastPathComponent)?.place,
            let record = ProgramRecord(of: program)
        else { throw CannotStart("Nobody knows what \(program.path) was made from. Unset WORKBOOK_PROGRAM.") }
        if let change = record.change(since: program, of: place, in: course.files) {
            throw CannotStart(
                "\(place.product) was built before \(change) changed. Run: ./workbook check \(place.product)")
        }
        return program.path
    }
}
