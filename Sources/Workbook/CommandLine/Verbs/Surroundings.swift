import Curriculum
import Foundation
import Processes

/// What may be in the way here and now, apart from programs that are missing.
struct Surroundings {
    struct Finding {
        let trouble: String
        /// The command that mends it, or what to wait for.
        let advice: String
        /// Whether nothing works until it is mended.
        let isGrave: Bool
    }

    private let workplace: Workplace
    private var builds: URL { workplace.root.appending(path: ".build") }

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    var findings: [Finding] { [movedFolder, fullDisk, lockedFolder, failedWarming, takenPort].compactMap { $0 } }

    /// SwiftPM writes whole paths into its plan, and the compiler into its caches.
    private var movedFolder: Finding? {
        let plan = builds.appending(path: "debug.yaml")
        guard let text = try? Data(contentsOf: plan, options: .mappedIfSafe),
            text.range(of: Data("\(workplace.root.path)/".utf8)) == nil
        else { return nil }
        return Finding(
            trouble: "This folder was moved or copied together with its builds, which do not work here.",
            advice: "rm -rf .build", isGrave: true)
    }

    private var fullDisk: Finding? {
        guard let free = workplace.freeSpace, free < Workplace.spaceOfAllLessons else { return nil }
        return Finding(
            trouble: "The disk has \(free / 1_000_000) MB left; all lessons together take about 3 GB.",
            advice: "Make room. rm -rf .build/author .build/quick gives some back.", isGrave: free < 300_000_000)
    }

    private var lockedFolder: Finding? {
        let lock = builds.appending(path: ".lock").path
        guard FileManager.default.fileExists(atPath: lock), FileLock.isHeld(lock), !Warming(workplace).isRunning else {
            return nil
        }
        return Finding(
            trouble: "Another SwiftPM builds in this folder: an editor, or a second terminal.",
            advice: "Wait until it has finished, or end it.", isGrave: false)
    }

    private var failedWarming: Finding? {
        guard let trouble = Warming(workplace).notes.trouble else { return nil }
        return Finding(
            trouble: "Later lessons could not be built in the background: \(trouble.lines[0])",
            advice: "It is tried again. ./workbook warm says more.", isGrave: false)
    }

    /// The one that the chapters use.
    private var takenPort: Finding? {
        guard !FreePort.isFree(5005) else { return nil }
        return Finding(
            trouble: "Somebody listens on port 5005 already: a lesson that still runs, perhaps.",
            advice: "End it, or give yours another one: ./workbook run login --port 5006", isGrave: false)
    }
}
