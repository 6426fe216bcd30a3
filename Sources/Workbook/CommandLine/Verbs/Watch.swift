import ArgumentParser
import Curriculum
import Foundation
import Terminal

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a lesson each time you save.", discussion: "Ctrl-C ends it.")

    @Argument(help: "The lesson or exercise; without it, the lesson where you are.")
    var name: String?

    func run() throws {
        let workplace = try Workplace()
        let subject = try workplace.subject(named: name, workplace.progress())
        let folder = subject.lesson.place.exerciseFolder
        while true {
            let seen = SourceState(of: [folder], in: workplace.files).description
            _ = try Check.check([subject], in: workplace)
            workplace.say(workplace.paint.dim("Watching \(folder). Save to check again, Ctrl-C to end."))
            flushOutput()
            while SourceState(of: [folder], in: workplace.files).description == seen {
                Thread.sleep(forTimeInterval: 0.2)
            }
            print()
        }
    }
}
