import Foundation
import Processes
import TestSupport
import Testing

/// The skeleton of another lesson.
struct AuthorNewTests {
    private let companion: Companion
    private let arguments = ["author", "new", "night-watch", "--title", "Night watch"]

    init() throws {
        companion = try Companion()
        let manifest = "lesson(1, \"Greeting\")\nlesson(\n    2, \"Other\",\n    needs: [])\n\n/// The rest.\n"
        try companion.course.write(manifest, to: "Package.swift")
    }

    @Test("It is a lesson with the next number from 10 on, from which sync derives an exercise")
    func isALesson() throws {
        let result = try companion.run(arguments)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try companion.run(["author", "sync"]).status == 0)
        let exercise = try companion.course.text("Sources/Lessons/10-NightWatch/Exercise/StrictNightWatchSteps.swift")
        #expect(exercise.contains("borrow(\"night-watch.1\") { ours.answer(to: question) }"))
        #expect(try companion.run(["list"]).output.contains("10. night-watch: Night watch, 0 of 1 done"))
        let manifest = try companion.course.text("Package.swift")
        #expect(
            manifest.contains(
                "    needs: [])\nlesson(10, \"NightWatch\", program: \"night-watch\", needs: [\"Tokens\"])\n\n/// The rest."
            ))
        _ = try companion.run(["author", "new", "day-watch", "--title", "Day watch"])
        #expect(companion.course.exists("chapters/11-day-watch.md"))
    }

    @Test("author check names every line that is still to be written, and passes over what is")
    func saysWhatIsMissing() throws {
        _ = try companion.run(arguments)
        _ = try companion.run(["author", "sync"])
        try companion.course.write("#!/bin/sh\n", to: ".build/debug/night-watch", isExecutable: true)
        let result = try companion.run(["author", "check", "night-watch"])
        #expect(result.status == 1)
        let chapter = try companion.course.text("chapters/10-night-watch.md").components(separatedBy: "\n")
        for (index, line) in chapter.enumerated() {
            let complaint = "chapters/10-night-watch.md:\(index + 1): Still to be written"
            #expect(result.output.contains(complaint) == line.hasPrefix("TODO: "), "\(line)")
        }
        #expect(!result.output.contains("hints"))
        #expect(!result.output.contains("differs from"))
    }

    @Test("Nothing is written over, and a name that is taken or is none is refused")
    func overwritesNothing() throws {
        try companion.course.write("mine\n", to: "Sources/Core/Tokens/NightWatch/NightWatchSteps.swift")
        let result = try companion.run(arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains("NightWatchSteps.swift"))
        #expect(try companion.course.text("Sources/Core/Tokens/NightWatch/NightWatchSteps.swift") == "mine\n")
        #expect(!companion.course.exists("chapters/10-night-watch.md"))
        for name in ["greeting", "Night", "night--watch", "../night", "7a"] {
            #expect(try companion.run(["author", "new", name, "--title", "Night"]).status == 64, "\(name)")
        }
    }
}
