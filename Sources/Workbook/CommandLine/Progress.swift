import Curriculum
import Foundation
import Processes

extension Workplace {
    /// The learner's progress; what was set aside is told on standard error.
    func progress() throws -> LearnerProgress {
        // What can be understood is whole: there is no need to wait for whoever writes the next one.
        try ProgressFile(in: state).peek() ?? whileNobodyWrites(load)
    }

    /// Changes the progress as it stands on the disk by now, so that two companions at once lose nothing of each other.
    func changeProgress<Result>(_ change: (inout LearnerProgress) -> Result) throws -> Result {
        flushOutput()
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        return try whileNobodyWrites {
            let before = try load()
            var progress = before
            let result = change(&progress)
            if progress != before { try ProgressFile(in: state).save(progress) }
            return result
        }
    }

    /// The exercise that comes next: the first one that has not passed.
    func nextExercise(_ progress: LearnerProgress) -> Exercise? {
        course.firstExercise { !progress.hasPassed($0.id) }
    }

    /// Where the learner is: the lesson of the next exercise, or the last one when all is done.
    func currentLesson(_ progress: LearnerProgress) throws -> Lesson {
        let next = nextExercise(progress).flatMap { course.lesson(of: $0) }
        guard let lesson = next ?? course.lessons.last else {
            throw course.problems.first as (any Error)? ?? Fault("The course has no lessons in chapters/.")
        }
        return lesson
    }

    private func load() throws -> LearnerProgress {
        let (progress, setAside) = try ProgressFile(in: state).load()
        if let setAside {
            note("Your progress could not be read and begins anew. The old file is kept as \(setAside).")
        }
        return progress
    }

    /// Where there is no folder for a lock, there is no progress that somebody else could write.
    private func whileNobodyWrites<Result>(_ work: () throws -> Result) rethrows -> Result {
        let lock = FileLock(waitingFor: state.appending(path: "progress.lock").path)
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }
}
