import Curriculum
import Foundation
import Processes
import TestSupport
import Testing

/// The learner's progress, whatever befalls the companion that writes it.
struct ProgressTests {
    private let companion: Companion
    private var file: ProgressFile { ProgressFile(in: companion.course.root.appending(path: ".workbook")) }

    init() throws {
        companion = try Companion()
    }

    /// Progress in which so much is noted that writing it takes a while; the course knows none of these exercises.
    private func fill() throws -> LearnerProgress {
        var progress = LearnerProgress()
        for number in 1...4_000 { progress.note("parting.\(number)", isRight: true, at: .distantPast) }
        try file.save(progress)
        return progress
    }

    /// Fails unless the file is whole: what stood in it before, with the hint noted or not. Says whether it is noted.
    private func expectWhole(
        _ before: LearnerProgress, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Bool {
        var after = before
        after.noteHints(1, for: "greeting.1")
        let now = try #require(file.peek(), sourceLocation: sourceLocation)
        #expect(now == before || now == after, sourceLocation: sourceLocation)
        return now == after
    }

    @Test("Killed at whatever moment, the companion leaves the old progress or the new one, and never half of it")
    func survivesKills() throws {
        let before = try fill()
        let start = ContinuousClock.now
        #expect(try companion.run(["hint", "greeting.1"]).status == 0)
        let whole = ContinuousClock.now - start
        var noted = 0
        for moment in 0..<120 {
            try file.save(before)
            let hint = try companion.start(["hint", "greeting.1"])
            // Most moments lie where the file is written: at the end.
            _ = hint.waitForEnd(within: whole * (0.4 + Double(moment) / 120))
            hint.stop()
            if try expectWhole(before) { noted += 1 }
        }
        #expect((1..<120).contains(noted), "\(noted) of 120 kills came after the change")
        #expect(try companion.run(["hint", "greeting.1"]).errors.isEmpty)
    }

    @Test("Ended in the midst of writing, after ever so many bytes, it leaves the old progress")
    func survivesHalfWrites() throws {
        let before = try fill()
        for blocks in [0, 1, 2, 3, 5, 8, 50, 100, 200] {
            var hint = companion.program(["hint", "greeting.1"], [:])
            hint.arguments = ["-c", "ulimit -f \(blocks); exec \"$@\"", "sh", hint.executable] + hint.arguments
            hint.executable = "sh"
            // A file may not grow beyond that many blocks: the system ends whoever tries.
            let result = try hint.capture(timeout: .seconds(60))
            #expect(!result.isSuccess, "\(blocks)")
            #expect(try !expectWhole(before))
        }
    }

    @Test("Two companions at once do not lose what the other one notes")
    func mergesWhatOthersNote() throws {
        _ = try fill()
        let path = companion.course.root.appending(path: ".workbook/progress.lock").path
        guard let lock = FileLock(waitingFor: path) else { throw CannotStart("\(path) cannot be locked.") }
        let hints = try ["greeting.1", "greeting.2"].map { try companion.start(["hint", $0]) }
        // Both have read the progress, and now wait to change it.
        for hint in hints { _ = try hint.waitForLine(startingWith: "More:", within: .seconds(30)) }
        release(lock)
        for hint in hints { #expect(hint.waitForEnd(within: .seconds(30)) == .exited(0)) }
        let progress = try #require(file.peek())
        #expect(["greeting.1", "greeting.2"].map(progress.hints) == [1, 1])
        #expect(progress.hasPassed("parting.4000"))
    }

    private func release(_ lock: consuming FileLock) {}

    @Test("A course update that brings exercises and drops others leaves what has passed")
    func outlivesAnUpdate() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "right"])
        _ = try companion.run(["check"])
        let chapter = try companion.course.text(FakeCourse.chapter)
        let source = try companion.course.text(FakeCourse.source)
        // Now greeting.2 is called greeting.3, and nobody has solved it.
        for path in [FakeCourse.chapter, FakeCourse.source] {
            try companion.course.write(
                companion.course.text(path).replacing("greeting.2", with: "greeting.3"), to: path)
        }
        #expect(try companion.run(["list"]).output.contains("1 of 2 done"))
        _ = try companion.run(["hint", "greeting.3"])
        try companion.course.write(chapter, to: FakeCourse.chapter)
        try companion.course.write(source, to: FakeCourse.source)
        #expect(try companion.run(["list"]).output.contains("2 of 2 done"))
    }
}
