import ArgumentParser
import Curriculum
import Foundation

/// `reset`: a skeleton again, with a copy of what was there.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Bring a skeleton back and keep a copy of what you wrote.",
        discussion: """
            It prints the command that undoes it. Copies are in .workbook/copies.

              ./workbook reset login.2
              ./workbook reset login
            """)

    @Argument(help: "The lesson or exercise; without it, the lesson where you are.", completion: .subjects)
    var name: String?

    func run() throws {
        let workplace = try Workplace()
        let subject = try workplace.subject(named: name, workplace.progress())
        let folder = workplace.freshCopies()
        let resets = try reset(subject, in: workplace, keepingCopiesIn: folder)
        try workplace.changeProgress { progress in
            for exercise in subject.exercises { progress.note(exercise.id, isRight: false, at: .now) }
        }
        if resets.isEmpty { return workplace.say("There was nothing to bring back: it is as you found it.") }
        for reset in resets {
            let what = subject.exercise.map { "\($0.id) in " } ?? ""
            workplace.say("\(what)\(reset.file) is as you found it.")
            guard let copy = reset.copy else { continue }
            // Not broken to the screen's width: it is to be pasted.
            print("To undo: cp '\(workplace.short(copy))' '\(reset.file)'")
        }
    }

    private func reset(_ subject: Subject, in workplace: Workplace, keepingCopiesIn folder: String) throws -> [Reset] {
        switch subject {
        case .lesson(let lesson): return try workplace.course.reset(lesson, keepingCopiesIn: folder)
        case .exercise(let exercise, _):
            do {
                return try workplace.course.reset(exercise, keepingCopiesIn: folder)
            } catch let problem as Problem where problem.file == exercise.file {
                workplace.note("\(problem)")
                throw ExitCode.notYet
            }
        }
    }
}

extension Workplace {
    /// A folder for copies that does not exist yet.
    func freshCopies() -> String {
        var number = 1
        while files.exists(copies(number)) { number += 1 }
        return copies(number)
    }

    private func copies(_ number: Int) -> String { state.appending(path: "copies/\(number)").path }

    /// A path from the course's root, if it lies under it.
    func short(_ path: String) -> String {
        let prefix = root.path.hasSuffix("/") ? root.path : root.path + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
}
