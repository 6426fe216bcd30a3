import Curriculum
import Foundation
import Processes
import Terminal

/// The building of later lessons in the background, while the learner is busy with this one.
///
/// It is a process of its own, so that nobody waits for it and Ctrl-C leaves it alone; its traces are in `.build/warm`.
/// There is one at a time: it holds a lock as long as it lives.
struct Warming {
    private let workplace: Workplace
    let notes: WarmingNotes

    init(_ workplace: Workplace) {
        self.workplace = workplace
        notes = WarmingNotes(in: workplace.root.appending(path: ".build/warm"))
    }

    private var switchedOff: URL { workplace.state.appending(path: "warm-off") }

    /// Whether the learner has switched it off for good.
    var isOff: Bool { FileManager.default.fileExists(atPath: switchedOff.path) }

    /// Whether it is to go on by itself: where a person works, unless WORKBOOK_WARM or the learner says otherwise.
    var isWanted: Bool {
        let environment = ProcessInfo.processInfo.environment
        switch environment["WORKBOOK_WARM"] {
        case "0": return false
        case "1": return !isOff
        default: return !isOff && Screen.error.isTerminal && (environment["CI"] ?? "").isEmpty
        }
    }

    var isRunning: Bool { FileLock.isHeld(notes.lock) }

    /// Why it does not start now; nil if nothing keeps it from it.
    var obstacle: String? {
        if let free = workplace.freeSpace, free < Workplace.spaceOfAllLessons {
            return "The disk has \(free / 1_000_000) MB left, and later lessons need more."
        }
        return notes.freshTrouble
    }

    /// Starts it where it is wanted and possible, and tells in one line how far it is.
    func goOn(isTold: Bool = true) {
        guard isWanted else { return }
        let isNew = !isRunning && obstacle == nil && start()
        guard isTold else { return }
        if let progress = notes.progress, isRunning {
            workplace.note("Building later lessons in the background: \(progress).")
        } else if isNew, BuildScope(workplace).isFirstLessonOnly {
            workplace.note("Later lessons are built in the background from now on. ./workbook warm --off ends that.")
        }
    }

    /// Ends it, and waits until it has gone; says whether it has. It can go on later where it was: SwiftPM keeps what has
    /// been compiled.
    @discardableResult
    func stop() -> Bool {
        guard isRunning else { return true }
        var process: Int32?
        var round = 0
        while isRunning, round < 1_000 {
            // Asked again and again: whoever started it a moment ago may not have told its number yet.
            process = notes.process
            if round.isMultiple(of: 100), let process { endDetached(process) }
            Thread.sleep(forTimeInterval: 0.01)
            round += 1
        }
        if let process { killSession(of: process) }
        return !isRunning
    }

    func switchOn() throws {
        if isOff { try FileManager.default.removeItem(at: switchedOff) }
    }

    func switchOff() throws {
        try workplace.files.write("Later lessons are not built ahead: ./workbook warm --on\n", to: switchedOff.path)
        stop()
    }

    /// What everything else on the machine needs comes first: processor and disk. Linux counts what a session uses
    /// together, and that has a rank of its own; SwiftPM forgets to be nice where it may, but stays idle.
    private static let lastInRank = """
        echo 19 2>/dev/null >/proc/self/autogroup
        command -v ionice >/dev/null && set -- ionice -c 3 "$@"
        command -v chrt >/dev/null && chrt --idle 0 true 2>/dev/null && set -- chrt --idle 0 "$@"
        exec nice -n 19 "$@"
        """

    private func start() -> Bool {
        let own = OwnVerb(["warm", "--work"], in: workplace, width: 80, isColoured: false).program
        // Whoever asks for it expressly does not want it to wait.
        let isAsked = ProcessInfo.processInfo.environment["WORKBOOK_WARM"] == "1"
        let words = ["-c", isAsked ? "exec \"$@\"" : Self.lastInRank, "sh", own.executable] + own.arguments
        let program = Program(
            "sh", words, environment: own.environment, workingDirectory: own.workingDirectory)
        try? notes.prepare()
        guard let lock = FileLock(ifFree: notes.lock) else { return false }
        notes.write(progress: nil)
        guard let process = try? program.startDetached(holding: lock) else { return false }
        notes.write(process: process)
        return true
    }
}

extension Workplace {
    /// What all lessons together take on the disk, in bytes, with some room.
    static let spaceOfAllLessons = 3_000_000_000

    /// How many bytes the disk of the course has left; nil if nobody knows.
    var freeSpace: Int? {
        (try? root.resourceValues(forKeys: [.volumeAvailableCapacityKey]))?.volumeAvailableCapacity
    }
}
