import ArgumentParser
import Curriculum

struct Warm: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how far the building of later lessons is, stop it, or switch it off and on.",
        discussion: """
            While you work on a lesson, the companion builds the next ones in the background, with what nobody else \
            needs of the machine. A check that has to build comes first. It does not start with less than 3 GB of free \
            disk, nor where CI is set or no person sits at a terminal. WORKBOOK_WARM=0 \
            keeps it from starting, too; WORKBOOK_WARM=1 starts it everywhere, and with a rank like any other.

              ./workbook warm
              ./workbook warm --off
            """)

    enum Wish: EnumerableFlag {
        case off, on, stop, work

        static func help(for wish: Wish) -> ArgumentHelp? {
            switch wish {
            case .off: "End it, and never start it again."
            case .on: "Start it by itself again."
            case .stop: "End it for now; the next verb lets it go on."
            case .work: ArgumentHelp("Do the work itself.", visibility: .hidden)
            }
        }
    }

    @Flag(exclusivity: .exclusive)
    var wish: Wish?

    func run() throws {
        let workplace = try Workplace()
        let warming = Warming(workplace)
        switch wish {
        case .work: try WarmUp(workplace).run()
        case .off:
            try warming.switchOff()
            workplace.say("Later lessons are built when you come to them. To undo: ./workbook warm --on")
        case .on:
            try warming.switchOn()
            workplace.say("Later lessons are built in the background.")
            warming.goOn()
        case .stop:
            guard warming.isRunning else { return workplace.say("Nothing is being built.") }
            guard warming.stop() else { throw Fault("It does not end by itself: kill \(warming.notes.process ?? 0)") }
            workplace.say("Stopped. What has been built stays.")
        case nil: say(how: warming, in: workplace)
        }
    }

    private func say(how warming: Warming, in workplace: Workplace) {
        if warming.isRunning {
            let progress = warming.notes.progress.map { ": \($0)" } ?? ""
            workplace.say("Building later lessons in the background\(progress).")
        } else if warming.isOff {
            workplace.say("It is switched off. Later lessons are built when you come to them.")
            workplace.say("To undo: ./workbook warm --on")
        } else if let obstacle = warming.obstacle ?? warming.notes.trouble {
            workplace.say("Later lessons are not ready yet:")
            print(obstacle)
            workplace.say("It is tried again later.")
        } else {
            workplace.say("Nothing is being built.")
        }
    }
}
