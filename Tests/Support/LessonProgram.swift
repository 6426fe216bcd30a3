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
        let told = Whereabouts.program.flatMap { $0.lastPathComponent == product ? $0 : nil }
        let file = told ?? Whereabouts.products.appending(path: product).resolvingSymlinksInPath()
        guard FileManager.default.isExecutableFile(atPath: file.path) else {
            throw CannotStart("\(product) is not built. Run: swift build --product \(product)")
        }
        if let change = change(since: file, product) {
            throw CannotStart("\(product) was built before \(change) changed. Run: ./workbook check \(product)")
        }
        return file.path
    }

    /// What has changed since the program was built. The companion leaves a record of its own beside what it has built
    /// without SwiftPM.
    private static func change(since program: URL, _ product: String) -> String? {
        guard let course = Whereabouts.course else { return nil }
        if let record = ProgramRecord(of: program), let place = course.lesson(named: product)?.place {
            return record.change(since: program, of: place, in: course.files)
        }
        return BuildRecord(of: program).staleSource(under: course.files.root)
    }
}
