import ArgumentParser
import Curriculum
import Foundation
import Processes
import Terminal

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a lesson each time you save.",
        discussion: """
            At a terminal, keys do what the verbs do: ? lists them. It never goes on to the next lesson by itself. \
            Ctrl-C and q end it.

              ./workbook watch
              ./workbook watch login.2
            """)

    @Argument(help: "The lesson or exercise; without it, the lesson where you are.", completion: .subjects)
    var name: String?

    @Flag(help: "List the keys.")
    var keys = false

    func run() throws {
        let workplace = try Workplace()
        if keys {
            for (key, meaning) in WatchState.keys { workplace.say("\(workplace.paint.bold(key)): \(meaning)") }
            return
        }
        let subject = try workplace.subject(named: name, workplace.progress())
        takeChildrenAlong()
        Warming(workplace).goOn(isTold: false)
        guard workplace.screen.isTerminal, KeyboardMode.enter() else { return try follow(subject, in: workplace) }
        defer { KeyboardMode.leave() }
        var loop = WatchLoop(workplace, subject.lesson)
        try loop.run()
    }

    /// Without a terminal: one check after the other, and no keys.
    private func follow(_ subject: Subject, in workplace: Workplace) throws {
        let folder = subject.lesson.place.exerciseFolder
        while true {
            let seen = SourceState(of: [folder], in: workplace.files)
            _ = try Check.check([subject], in: workplace)
            workplace.say(workplace.paint.dim("Watching \(folder). Save to check again, Ctrl-C to end."))
            flushOutput()
            while SourceState(of: [folder], in: workplace.files) == seen { Thread.sleep(forTimeInterval: 0.05) }
            print()
        }
    }
}
