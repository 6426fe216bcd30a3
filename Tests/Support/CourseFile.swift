import Curriculum
package import Foundation

/// A file of the course whose programs are judged, other than a program.
package enum CourseFile {
    /// - Parameter path: from the course's root.
    /// - Throws: ``CannotStart`` where there is no course around the programs.
    package static func url(_ path: String) throws -> URL {
        guard let course = Whereabouts.course else { throw CannotStart("There is no course around the programs.") }
        return course.files.url(path)
    }

    /// - Throws: ``CannotStart``, or `Problem` if the file is no text.
    package static func text(_ path: String) throws -> String {
        guard let course = Whereabouts.course else { throw CannotStart("There is no course around the programs.") }
        return try course.files.text(path)
    }
}
