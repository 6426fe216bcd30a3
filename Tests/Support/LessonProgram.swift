import Curriculum
import Foundation
import Processes

/// The executable of a lesson, found and known to be newer than what it was made from.
struct LessonProgram {
    let path: String

    /// - Parameter product: the executable's name, such as `jwt-anatomy`.
    /// - Throws: ``CannotStart`` if it is not there or is older than its sources.
    init(_ product: String) throws {
        let file = Whereabouts.products.appending(path: product)
        guard FileManager.default.isExecutableFile(atPath: file.path) else {
            throw CannotStart("\(product) is not built. Build it with: swift build --product \(product)")
        }
        if let newer = try Self.source(of: product, newerThan: Self.modified(file)) {
            throw CannotStart("\(product) is older than \(newer). Build it with: swift build --product \(product)")
        }
        path = file.path
    }

    private static func source(of product: String, newerThan built: Date) throws -> String? {
        guard let course = Whereabouts.course, let lesson = course.lesson(named: product) else { return nil }
        let sources = [lesson.place.folder, "Sources/Core", "Sources/Lessons/Kit"].flatMap(
            course.files.swiftFiles(under:))
        return try sources.first { try modified(course.files.url($0)) > built }
    }

    private static func modified(_ file: URL) throws -> Date {
        try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
    }
}
