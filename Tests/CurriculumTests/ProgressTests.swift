import Curriculum
import Foundation
import TestSupport
import Testing

struct ProgressTests {
    private let folder: TemporaryFolder
    private var file: ProgressFile { ProgressFile(in: URL(filePath: folder.path, directoryHint: .isDirectory)) }
    private var path: URL { URL(filePath: folder.path).appending(path: "progress.json") }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("What was saved is loaded, and a person can read it")
    func remembers() throws {
        var progress = LearnerProgress()
        progress.note("greeting.1", isRight: true, at: Date(timeIntervalSince1970: 1_800_000_000))
        progress.noteHints(2, for: "greeting.2")
        try file.save(progress)
        let (loaded, setAside) = try file.load()
        #expect(loaded == progress)
        #expect(setAside == nil)
        #expect(try String(contentsOf: path, encoding: .utf8).contains("\"passed\" : \"2027-01-15T08:00:00Z\""))
    }

    @Test("A pass keeps its first moment, and ends when a check fails")
    func followsTheChecks() {
        let (first, later) = (Date(timeIntervalSince1970: 1), Date(timeIntervalSince1970: 2))
        var progress = LearnerProgress()
        progress.note("greeting.1", isRight: true, at: first)
        progress.note("greeting.1", isRight: true, at: later)
        #expect(progress.exercises["greeting.1"]?.passed == first)
        progress.note("greeting.1", isRight: false, at: later)
        #expect(!progress.hasPassed("greeting.1"))
        progress.note("greeting.2", isRight: false, at: later)
        #expect(progress.exercises["greeting.2"] == nil)
    }

    @Test("No file is no progress")
    func beginsEmpty() throws {
        #expect(try file.load() == (LearnerProgress(), nil))
    }

    @Test("What a course does not know, or does not know any more, is kept: it may be another version's")
    func keepsOtherVersionsExercises() throws {
        let old = "{\"exercises\":{\"parting.1\":{\"passed\":\"2027-01-15T08:00:00Z\",\"hints\":3}}}"
        try Data(old.utf8).write(to: path)
        var progress = try file.load().progress
        progress.note("greeting.1", isRight: true, at: .now)
        try file.save(progress)
        let kept = try file.load().progress
        #expect(kept.hasPassed("parting.1") && kept.hasPassed("greeting.1"))
        #expect(kept.hints(for: "parting.1") == 3)
    }

    @Test("A file that cannot be read at all is set aside too")
    func setsTheUnreadableAside() throws {
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: false)
        let (progress, setAside) = try file.load()
        #expect(progress == LearnerProgress())
        #expect(setAside?.hasSuffix("progress.damaged-1.json") == true)
        try file.save(progress)
        #expect(try file.load().setAside == nil)
    }

    @Test("A file that cannot be understood is set aside whole, each under a name of its own")
    func setsDamageAside() throws {
        for (number, damage) in ["", "{", "[]", "{\"exercises\":{\"a\":1}}", "\u{0}"].enumerated() {
            try Data(damage.utf8).write(to: path)
            let (progress, setAside) = try file.load()
            #expect(progress == LearnerProgress())
            let name = try #require(setAside)
            #expect(name.hasSuffix("progress.damaged-\(number + 1).json"))
            #expect(try Data(contentsOf: URL(filePath: name)) == Data(damage.utf8))
            #expect(!FileManager.default.fileExists(atPath: path.path))
        }
    }
}
