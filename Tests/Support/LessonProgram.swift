import Foundation
import Processes

/// The executable of a lesson, found and known to be newer than what it was made from.
struct LessonProgram {
    let path: String

    /// - Parameter product: the executable's name, such as `jwt-anatomy`.
    /// - Throws: ``CannotStart`` if it is not there or is older than its sources.
    init(_ product: String) throws {
        let folder = ProcessInfo.processInfo.environment["WORKBOOK_PRODUCTS"].map { URL(filePath: $0) }
        let file = (folder ?? Bundle.main.bundleURL).appending(path: product)
        guard FileManager.default.isExecutableFile(atPath: file.path) else {
            throw CannotStart("\(product) is not built. Build it with: swift build --product \(product)")
        }
        if let newer = try Self.source(of: product, newerThan: Self.modified(file)) {
            throw CannotStart("\(product) is older than \(newer). Build it with: swift build --product \(product)")
        }
        path = file.path
    }

    private static func source(of product: String, newerThan built: Date) throws -> String? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let lessons = root.appending(path: "Sources/Lessons")
        let own = try FileManager.default.contentsOfDirectory(atPath: lessons.path).filter { folder in
            let name = folder.drop { $0.isNumber || $0 == "-" }.lowercased()
            return name == product.replacing("-", with: "")
        }
        for folder in own.map({ lessons.appending(path: $0) }) + [root.appending(path: "Sources/Core")] {
            guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
                continue
            }
            for case let file as URL in files where file.pathExtension == "swift" {
                if try modified(file) > built { return file.path.replacing(root.path + "/", with: "") }
            }
        }
        return nil
    }

    private static func modified(_ file: URL) throws -> Date {
        try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
    }
}
