/// Where the parts of a lesson are: all of it follows from the names of its chapter and its folder.
package struct LessonPlace: Hashable, Sendable {
    /// As the files are numbered: `01`.
    package let number: String
    /// The program's name, which also begins the exercises' ids: `jwt-anatomy`.
    package let product: String
    /// The library's name: `JWTAnatomy`.
    package let name: String

    /// Pairs a chapter with the folder that has its number; nil for a chapter that is only read.
    package init?(chapter: String, folders: [String]) {
        guard chapter.hasSuffix(".md"), let (number, product) = Self.split(String(chapter.dropLast(3))) else {
            return nil
        }
        guard let name = folders.lazy.compactMap(Self.split).first(where: { $0.number == number })?.rest else {
            return nil
        }
        (self.number, self.product, self.name) = (number, product, name)
    }

    package var chapter: String { "chapters/\(number)-\(product).md" }
    package var folder: String { "Sources/Lessons/\(number)-\(name)" }
    /// The learner's files.
    package var exerciseFolder: String { "\(folder)/Exercise" }
    /// Whether a file of the lesson is part of the learner's library. All others are the program's.
    package func isInLibrary(_ file: String) -> Bool {
        file.hasPrefix("\(exerciseFolder)/") || file == "\(folder)/Ours.swift"
    }
    package var testTarget: String { "\(name)Tests" }
    package var testFolder: String { "Tests/\(number)-\(testTarget)" }

    func answers(to asked: String) -> Bool {
        [product, name.lowercased(), number, Int(number).map { "\($0)" }].contains(asked.lowercased())
    }

    /// `01-jwt-anatomy` is number 01 and the rest.
    static func split(_ name: String) -> (number: String, rest: String)? {
        guard let dash = name.firstIndex(of: "-"), let first = name.first, first.isNumber else { return nil }
        let rest = name[name.index(after: dash)...]
        return rest.isEmpty ? nil : (String(name[..<dash]), String(rest))
    }
}
