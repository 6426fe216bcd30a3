import Foundation
import Processes
import TestSupport
import Testing

/// A course that is published, and a learner's clone of it.
struct UpdateTests {
    private let companion: Companion
    private let folder: TemporaryFolder
    private var clone: String { "\(folder.path)/clone" }

    init() throws {
        companion = try Companion()
        folder = try TemporaryFolder()
        try companion.course.write(".build/\n.workbook/\nbin/\n", to: ".gitignore")
        try git("init", "--quiet", "--initial-branch=main")
        try publish("First")
        try git("clone", "--quiet", companion.course.root.path, clone)
    }

    private func git(_ arguments: String..., in place: String? = nil) throws {
        let identity = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
        let result = try Program("git", identity + arguments, workingDirectory: place ?? companion.course.root.path)
            .capture(timeout: .seconds(60))
        guard result.isSuccess else { throw CannotStart("git \(arguments): \(result.errors)") }
    }

    private func publish(_ message: String) throws {
        try git("add", "--all")
        try git("commit", "--quiet", "--message", message)
    }

    private func update() throws -> Captured {
        var program = companion.program(["update"], ["COLUMNS": "200"])
        program.workingDirectory = clone
        for (name, value) in [("NAME", "Ana"), ("EMAIL", "ana@example.org")] {
            program.environment["GIT_AUTHOR_\(name)"] = value
            program.environment["GIT_COMMITTER_\(name)"] = value
        }
        return try program.capture(timeout: .seconds(60))
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(clone)/\(path)", encoding: .utf8)
    }

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: "\(clone)/\(path)", atomically: true, encoding: .utf8)
    }

    @Test("A new version comes, the learner's work stands, and a copy of it is kept")
    func keepsTheWork() throws {
        #expect(try update().output == "There is nothing new.\n")
        try write("mine\n", FakeCourse.exercise)
        try companion.course.change(FakeCourse.chapter, "You can greet and part.", to: "You can greet everybody.")
        try companion.course.change(FakeCourse.exercise, "/// Greets people.", to: "/// Greets all people.")
        try publish("Second")
        let result = try update()
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try text(FakeCourse.exercise) == "mine\n")
        #expect(try text(FakeCourse.chapter).contains("You can greet everybody."))
        #expect(try text(".workbook/copies/1/\(FakeCourse.exercise)") == "mine\n")
        #expect(result.output.contains("The skeleton of \(FakeCourse.exercise) has changed too."))
        #expect(try update().output == "There is nothing new.\n")
    }

    @Test("What the learner has committed stands as well")
    func keepsCommits() throws {
        try write("mine\n", FakeCourse.exercise)
        try git("commit", "--quiet", "--all", "--message", "My work", in: clone)
        try companion.course.change(FakeCourse.exercise, "/// Greets people.", to: "/// Greets all people.")
        try publish("Second")
        let result = try update()
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try text(FakeCourse.exercise) == "mine\n")
    }

    @Test("Changes elsewhere are named, and nothing is touched")
    func refusesOtherChanges() throws {
        try write("mine\n", FakeCourse.exercise)
        try write("# 1. Mine\n", "chapters/notes.md")
        try git("add", "--all", in: clone)
        try companion.course.change(FakeCourse.chapter, "You can greet and part.", to: "You can greet everybody.")
        try publish("Second")
        let result = try update()
        #expect(result.status == 64)
        #expect(result.errors.contains("chapters/notes.md"))
        #expect(try !text(FakeCourse.chapter).contains("everybody"))
        #expect(try text(FakeCourse.exercise) == "mine\n")
    }
}
