import ArgumentParser
import Curriculum
import Foundation

struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a new version of the course, and leave your work as it is.",
        discussion: """
            It fetches with git what is new, puts your exercise files aside meanwhile, and back afterwards. A copy of \
            them stays in .workbook/copies.

              ./workbook update
            """)

    func run() throws {
        let workplace = try Workplace()
        let repository = Repository(root: workplace.root)
        guard try repository.ask("rev-parse", "--verify", "--quiet", "@{upstream}") != nil else {
            throw ValidationError("This copy of the course follows no other: git branch --set-upstream-to tells which.")
        }
        try repository.git("fetch", "--quiet")
        let old = try repository.git("merge-base", "HEAD", "@{upstream}")
        let new = try repository.git("rev-parse", "@{upstream}")
        guard old != new else { return workplace.say("There is nothing new.") }
        try refuseOtherChanges(repository, workplace)

        let mine = try Workpieces(changedSince: old, in: repository, workplace)
        let copies = try mine.keepCopies()
        do {
            try mine.putAside()
            try merge(repository, mine)
        } catch {
            try mine.putBack()
            throw error
        }
        try mine.putBack()
        let commits = try repository.git("rev-list", "--count", "\(old)..\(new)")
        workplace.say("The course is new: \(commits) \(commits == "1" ? "change" : "changes").")
        if let copies { workplace.say("Your work stands as it did. A copy is in \(workplace.short(copies)).") }
        for path in mine.paths where try !repository.git("diff", "--name-only", old, new, "--", path).isEmpty {
            workplace.say("The skeleton of \(path) has changed too. Yours was kept; what is new in it shows:")
            print("  git diff \(old.prefix(10)) \(new.prefix(10)) -- '\(path)'")
        }
    }

    /// What stands outside of the exercise files is ours: changes there are not ours to judge.
    private func refuseOtherChanges(_ repository: Repository, _ workplace: Workplace) throws {
        let changed = try repository.paths("diff", "--name-only", "-z", "HEAD")
        let others = changed.filter { path in
            !workplace.course.lessons.contains { path.hasPrefix($0.place.exerciseFolder + "/") }
        }
        guard others.isEmpty else {
            throw ValidationError(
                "Outside of the exercise files these have changed: \(others.joined(separator: ", ")). "
                    + "Commit them, or put them away with git stash, and come back.")
        }
    }

    /// Where both have changed an exercise file, the learner's version stands.
    private func merge(_ repository: Repository, _ mine: Workpieces) throws {
        if try repository.ask("merge", "--quiet", "--no-edit", "@{upstream}") != nil { return }
        let conflicts = try repository.paths("diff", "--name-only", "--diff-filter=U", "-z")
        guard conflicts.allSatisfy({ path in mine.isExercise(path) }), !conflicts.isEmpty else {
            _ = try repository.ask("merge", "--abort")
            throw Fault(
                "The new version and your own commits do not fit together: \(conflicts.joined(separator: ", ")). "
                    + "Nothing has been changed. git merge @{upstream} lets you settle it.")
        }
        for path in conflicts {
            try repository.git("checkout", "--ours", "--", path)
            try repository.git("add", "--", path)
        }
        try repository.git("commit", "--quiet", "--no-edit")
    }
}
