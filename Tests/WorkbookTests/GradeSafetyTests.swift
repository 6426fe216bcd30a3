#if os(Linux)
    import Foundation
    import Processes
    import TestSupport
    import Testing

    /// Whatever somebody hands in, the others are judged and nothing of ours is harmed.
    struct GradeSafetyTests {
        private let school: FakeClass

        init() throws {
            school = try FakeClass()
        }

        @Test("One learner whose files are not to be read gets rows that say so, and the others are judged")
        func goesOn() throws {
            try school.handIn("mine\n", by: "zoe")
            let outside = "\(school.folder.path)/zoe/\(FakeCourse.exercise)"
            for (learner, link) in [("ana", FakeCourse.exercise), ("ben", "Sources/Lessons"), ("cy", "")] {
                let place = URL(filePath: "\(school.folder.path)/\(learner)/\(link)")
                let files = FileManager.default
                try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
                try files.createSymbolicLink(
                    atPath: place.path, withDestinationPath: link == FakeCourse.exercise ? outside : "../zoe/Sources")
            }
            try school.handIn(String(repeating: "x", count: 2 << 20), by: "dan")
            try school.handIn("mine", by: "eli")
            try Data([0xff, 0xfe]).write(to: URL(filePath: "\(school.folder.path)/eli/\(FakeCourse.exercise)"))
            let result = try school.grade()
            #expect(result.status == 1, "\(result.output)\(result.errors)")
            #expect(result.output.contains("5 lessons could not be judged"))
            let rows = try school.rows()
            let reasons = [
                ("ana", "PoliteSteps.swift is a symbolic link"), ("ben", "Sources/Lessons is a symbolic link"),
                ("cy", "The folder is a symbolic link"), ("dan", "has 2097152 bytes"), ("eli", "is not UTF-8"),
            ]
            for (learner, reason) in reasons {
                let own = rows.filter { $0.hasPrefix("\(learner),") }
                #expect(
                    own.count == 2 && own.allSatisfy { $0.contains("did not start") && $0.contains(reason) }, "\(own)")
            }
            #expect(rows.count { $0.hasPrefix("zoe,") && $0.contains(",right,") } == 2)
        }

        @Test("Whoever loops, floods the tests or puts them out is stopped and told, and the others are judged")
        func stopsWhatNeverEnds() throws {
            try school.handIn("endless\n", by: "ana")
            try school.handIn("chatty\n", by: "ben")
            try school.handIn("gone\n", by: "cy")
            try school.handIn("mine\n", by: "zoe")
            let result = try school.grade(environment: ["WORKBOOK_PATIENCE": "5"])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            let rows = try school.rows()
            #expect(rows.contains("ana,greeting,greeting.1,wrong,0,1,every test comes to its end"), "\(rows)")
            #expect(rows.contains { $0.hasPrefix("cy,greeting,greeting.1,did not start,0,1,") }, "\(rows)")
            for learner in ["ben", "zoe"] {
                #expect(rows.count { $0.hasPrefix("\(learner),") } == 2)
            }
            #expect(rows.contains("zoe,greeting,greeting.1,right,1,1,"))
        }

        @Test(
            "What learners write reaches no network, changes nothing, and is not told what is in our environment",
            .enabled(if: FakeClass.canBeClosedIn))
        func closesIn() throws {
            try school.handIn("destructive\n", by: "ana")
            try school.handIn("curious\n", by: "ben")
            try FileManager.default.createDirectory(
                atPath: "\(school.folder.path)/destroyed", withIntermediateDirectories: true)
            let before = try school.course.text("Package.swift")
            let result = try school.grade(environment: ["MY_SECRET": "hidden"])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(try school.rows().count { $0.hasPrefix("ben,") && $0.contains(",right,") } == 2)
            #expect(try school.course.text("Package.swift") == before)
            #expect(school.course.exists(".build/grade/course/chapters"))
            #expect(FileManager.default.fileExists(atPath: "\(school.folder.path)/destroyed"))
            #expect(!FileManager.default.fileExists(atPath: "\(school.folder.path)/written"))
        }

        @Test("An interrupted run leaves whole rows behind, and nothing that still runs")
        func survivesInterruption() throws {
            try school.handIn("mine\n", by: "ana")
            try school.handIn("endless\n", by: "ben")
            let csv = school.course.root.appending(path: "grades.csv").path
            let arguments =
                ["grade", school.folder.path, "--csv", csv] + (FakeClass.canBeClosedIn ? [] : ["--unconfined"])
            let run = try school.companion.start(arguments)
            _ = try run.waitForLine(startingWith: "ana", within: .seconds(60))
            run.signal(SIGINT)
            #expect(run.waitForEnd(within: .seconds(30)) == .signalled(SIGINT))
            let whole = ["ana,greeting,greeting.1,right,1,1,", "ana,greeting,greeting.2,right,2,2,", ""]
            #expect(try school.rows().dropFirst() == whole[...])
        }
    }
#endif
