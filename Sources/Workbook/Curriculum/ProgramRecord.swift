package import Foundation

/// What a lesson's program was made from.
///
/// The companion leaves it beside a program that it has built without SwiftPM, so that the tests can tell by themselves
/// whether the program is current.
package struct ProgramRecord: Codable, Hashable, Sendable {
    /// The program's own mark: the record is about no other.
    private let program: String
    /// The contents of the learner's files, as fingerprints.
    private let exercise: [String: String]
    private let surroundings: String

    package init(program: FileMark, exercise: [String: String], surroundings: SourceState) {
        (self.program, self.exercise) = (program.description, exercise)
        self.surroundings = surroundings.description
    }

    /// The learner's files as they are now: fingerprints of their contents, by path.
    package static func contents(of place: LessonPlace, in files: Files) -> [String: String] {
        let paths = files.swiftFiles(under: place.exerciseFolder)
        return Dictionary(uniqueKeysWithValues: paths.map { ($0, Fingerprint(of: files.bytes($0) ?? []).description) })
    }

    /// The record beside a program; nil if there is none that can be read.
    package init?(of program: URL) {
        guard let data = try? Data(contentsOf: Self.file(of: program)),
            let record = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = record
    }

    package func save(beside program: URL) throws {
        try JSONEncoder().encode(self).write(to: Self.file(of: program), options: .atomic)
    }

    /// What has changed since the program was made: a file, or something less definite; nil if nothing has.
    package func change(since program: URL, of place: LessonPlace, in files: Files) -> String? {
        let now = Self.contents(of: place, in: files)
        let paths = Set(now.keys).union(exercise.keys).sorted()
        if let path = paths.first(where: { now[$0] != exercise[$0] }) { return path }
        if place.surroundings(in: files).description != surroundings { return "something in Sources or Package.swift" }
        return FileMark(of: program).description == self.program ? nil : "the program"
    }

    private static func file(of program: URL) -> URL { program.appendingPathExtension("made-from.json") }
}
