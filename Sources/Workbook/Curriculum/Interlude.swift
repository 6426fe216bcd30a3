/// A chapter between two lessons: it is read and tried and has tests, but there is nothing to write.
package struct Interlude: Sendable {
    /// As the files are numbered: `07a`.
    package let fileNumber: String
    /// What a learner calls it: `request-chaining`.
    package let name: String
    package let chapter: Chapter
    /// The target of its tests: `RequestChainingTests`.
    package let testTarget: String

    /// Without a leading zero: `7a`.
    package var number: String { String(fileNumber.drop { $0 == "0" }) }

    /// Pairs a chapter with the folder of tests that has its number, which ends in a letter; nil for any other chapter.
    ///
    /// - Throws: ``Problem`` if the chapter cannot be read.
    init?(chapter file: String, testFolders: [String], files: Files) throws {
        guard file.hasSuffix(".md"), let (number, name) = LessonPlace.split(String(file.dropLast(3))),
            number.last?.isLetter == true,
            let tests = testFolders.lazy.compactMap(LessonPlace.split).first(where: { $0.number == number })?.rest
        else { return nil }
        let path = "chapters/\(file)"
        (fileNumber, self.name, testTarget) = (number, name, tests)
        chapter = try Chapter(path: path, text: files.text(path))
    }
}

extension Course {
    /// An interlude by what a learner calls it: `request-chaining`, `7a` or `07a`.
    package func interlude(named name: String) -> Interlude? {
        interludes.first { [$0.name, $0.number, $0.fileNumber].contains(name.lowercased()) }
    }

    /// Those between a lesson and the next one.
    package func interludes(after lesson: Lesson) -> [Interlude] {
        interludes.filter { interlude in
            places.last { $0.number < interlude.fileNumber } == lesson.place
        }
    }

    /// The lesson whose program an interlude's commands and tests run: the next one, which it looks ahead to, or else
    /// the last.
    package func lesson(usedBy interlude: Interlude) -> Lesson? {
        lessons.first { $0.place.number > interlude.fileNumber } ?? lessons.last
    }
}
