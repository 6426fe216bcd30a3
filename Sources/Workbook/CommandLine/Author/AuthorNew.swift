import ArgumentParser
import Curriculum
import Foundation

struct AuthorNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write the skeleton of another lesson.",
        discussion: """
            It is a command-line lesson with one exercise, in the first tier of the core, and takes the next number from \
            10 on. What is there already is never written over.
            """)

    @Argument(help: "What the program is called, such as password-reset.")
    var name: String

    @Option(help: "The chapter's title, such as 'Password reset'.")
    var title: String

    func validate() throws {
        let isName = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        guard isName, words.allSatisfy({ $0.first?.isLetter == true }) else {
            throw ValidationError(
                "'\(name)' is no name for a program: small letters, with hyphens between words, such as password-reset."
            )
        }
        guard !title.trimmingCharacters(in: .whitespaces).isEmpty, !title.contains(where: \.isNewline) else {
            throw ValidationError("The title is one line: --title 'Password reset'.")
        }
    }

    func run() throws {
        let workplace = try Workplace()
        let skeleton = LessonSkeleton(number: nextNumber(workplace.files), product: name, title: title)
        let taken = workplace.course.lessons.map(\.place.name) + workplace.files.names(in: "Sources/Core")
        let isTaken = workplace.course.lesson(named: name) != nil || workplace.course.interlude(named: name) != nil
        guard !isTaken, !taken.contains(skeleton.name) else {
            throw ValidationError("There is something called \(name) or \(skeleton.name) in this course already.")
        }
        let present = skeleton.files.map(\.path).filter(workplace.files.exists)
        guard present.isEmpty else {
            throw ValidationError("Nothing is written over: there is \(present.joined(separator: ", ")) already.")
        }
        for file in skeleton.files {
            try workplace.files.write(file.text, to: file.path)
            print(file.path)
        }
        try enter(skeleton.manifestLine, workplace)
        workplace.say("\nNext: ./workbook author sync")
        workplace.say("Then: ./workbook author check \(name)")
    }

    /// The next one after all that anything is numbered with, from 10 on: nine are ours.
    private func nextNumber(_ files: Files) -> Int {
        let names = ["chapters", "Sources/Lessons", "Tests"].flatMap(files.names(in:))
        return max(9, names.compactMap { Int($0.prefix(while: \.isNumber)) }.max() ?? 0) + 1
    }

    /// Adds the lesson to the table of contents, or says what to add.
    private func enter(_ line: String, _ workplace: Workplace) throws {
        let path = "Package.swift"
        var manifest = try workplace.files.text(path).lines
        if let last = manifest.lastIndex(where: { $0.hasPrefix("lesson(") }),
            let end = manifest[last...].firstIndex(where: { $0.hasSuffix(")") })
        {
            manifest.insert(line, at: end + 1)
            try workplace.files.write(manifest.joined(separator: "\n"), to: path)
            print("\(path): \(line)")
        } else {
            print("\(path) has no table of contents. Add there: \(line)")
        }
    }
}
