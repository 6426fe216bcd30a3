import Foundation
import Processes
import TestSupport
import Testing

struct CheckTests {
    private let companion: Companion

    init() throws {
        companion = try Companion()
    }

    @Test("With nothing tried yet a check welcomes, and names the first exercise with its line and chapter")
    func welcomes() throws {
        let result = try companion.run(["check"])
        #expect(result.status == 1)
        #expect(result.output.contains("all of it is ours so far"))
        #expect(result.output.contains("To do: greeting.1  Say hello"))
        #expect(result.output.contains("Open: \(FakeCourse.exercise):14"))
        #expect(result.output.contains("./workbook read greeting"))
    }

    @Test("A failure is shown with its report, after the ticks and before the one next thing to type")
    func showsTheFirstFailure() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "wrong"])
        let result = try companion.run(["check", "greeting"])
        #expect(result.status == 1)
        let parts = [
            "✓ greeting.1", "✗ greeting.2", "why of parts", "Open: \(FakeCourse.exercise):",
            "./workbook hint greeting.2",
        ]
        var rest = result.output[...]
        for part in parts {
            let found = try #require(rest.firstRange(of: part), "\(part) in \(result.output)")
            rest = rest[found.upperBound...]
        }
        #expect(!result.output.contains("why of refusesNobody"))
    }

    @Test("Only the first failure is shown, and the others are counted")
    func countsTheOthers() throws {
        try companion.answer(["greeting.1": "wrong", "greeting.2": "did not start"])
        let result = try companion.run(["check"])
        #expect(result.output.contains("why of greets"))
        #expect(!result.output.contains("why of parts"))
        #expect(result.output.contains("1 more is not right yet."))
    }

    @Test("An exercise that is wrong comes before one that is to do")
    func prefersWhatWasTried() throws {
        try companion.answer(["greeting.2": "wrong"])
        #expect(try companion.run(["check"]).output.contains("✗ greeting.2"))
    }

    @Test("When all is right: exit status 0, what was newly passed is explained once, and nothing advances by itself")
    func congratulates() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "right"])
        let first = try companion.run(["check", "greeting"])
        #expect(first.status == 0)
        #expect(first.output.contains("A name is a courtesy."))
        #expect(first.output.contains("Well done."))
        let second = try companion.run(["check", "greeting"])
        #expect(!second.output.contains("A name is a courtesy."))
        #expect(try companion.run(["list"]).output.contains("✓ 1. greeting: Greeting, 2 of 2 done"))
    }

    @Test("A check of one exercise is about that one only")
    func checksOneExercise() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "wrong"])
        let one = try companion.run(["check", "greeting.1"])
        #expect(one.status == 0)
        #expect(!one.output.contains("greeting.2"))
        #expect(try companion.run(["check", "1.2"]).status == 1)
    }

    @Test("What passed before and fails now is not passed any more")
    func staysTruthful() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "right"])
        _ = try companion.run(["check"])
        try companion.answer(["greeting.1": "wrong", "greeting.2": "right"])
        _ = try companion.run(["check"])
        #expect(try companion.run(["list"]).output.contains("1 of 2 done"))
    }

    @Test("--json says the same to programs")
    func speaksJSON() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "wrong"])
        let result = try companion.run(["check", "--json"])
        #expect(result.status == 1)
        let object = try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any]
        #expect(object?["right"] as? Bool == false)
        let lessons = object?["lessons"] as? [[String: Any]]
        let exercises = lessons?.first?["exercises"] as? [[String: Any]]
        #expect(exercises?.map { $0["verdict"] as? String } == ["right", "wrong"])
        #expect(exercises?.last?["file"] as? String == FakeCourse.exercise)
    }

    @Test("--json names every test, with what it reports")
    func namesTestsInJSON() throws {
        try companion.answer(["greeting.2": "wrong"])
        let result = try companion.run(["check", "--all", "--json"])
        let object = try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any]
        let lessons = object?["lessons"] as? [[String: Any]]
        let exercises = lessons?.first?["exercises"] as? [[String: Any]]
        let tests = exercises?.last?["tests"] as? [[String: Any]]
        #expect(tests?.map { $0["test"] as? String } == ["parts", "refusesNobody"])
        #expect(tests?.first?["report"] as? String == "why of parts")
    }

    @Test("Tests that never end are stopped with all that they have started, and the verdict says so")
    func stopsWhatNeverEnds() throws {
        try companion.course.write("endless", to: ".build/debug/endless")
        try companion.course.write("mine\n", to: FakeCourse.exercise)
        let result = try companion.run(["check"], environment: ["WORKBOOK_PATIENCE": "0.5"])
        #expect(result.status == 1)
        #expect(result.output.contains("every test comes to its end"))
        let process = try #require(Int32(companion.course.text("endless.pid").trimmingCharacters(in: .newlines)))
        try eventually { !isRunning(process) }
    }

    @Test("--url judges a server elsewhere: nothing is built for it, and no progress is made")
    func judgesElsewhere() throws {
        try companion.answer(["greeting.1": "right", "greeting.2": "right"])
        let url = "http://127.0.0.1:1"
        let result = try companion.run(["check", "--url", url])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(try companion.course.text(".build/debug/subject") == "\(url)\n")
        #expect(!companion.course.exists(companion.progress))
        #expect(try companion.run(["check", "--url", "localhost"]).status == 64)
    }

    @Test("What cannot be judged from outside is named, and is neither right nor wrong")
    func namesWhatIsNotJudgedElsewhere() throws {
        try companion.answer(["greeting.1": "none", "greeting.2": "right"])
        let url = "http://127.0.0.1:1"
        let lesson = try companion.run(["check", "--url", url])
        #expect(lesson.status == 0, "\(lesson.output)\(lesson.errors)")
        #expect(lesson.output.contains("✓ greeting.2"))
        #expect(lesson.output.contains("– greeting.1") && lesson.output.contains("cannot be judged from outside"))
        #expect(!lesson.output.contains("Well done"))
        let exercise = try companion.run(["check", "greeting.1", "--url", url])
        #expect(exercise.status == 1)
        #expect(!exercise.output.contains("holds"))
    }

    @Test("No record at all is our fault, and said")
    func admitsSilence() throws {
        try companion.course.write("", to: ".build/debug/silent")
        let result = try companion.run(["check"])
        #expect(result.status == 70)
        #expect(result.errors.contains("left no record"))
    }

    @Test("Progress that cannot be read is set aside and told, and the check goes on")
    func survivesDamage() throws {
        try companion.course.write("{", to: companion.progress)
        let result = try companion.run(["list"])
        #expect(result.status == 0)
        #expect(result.errors.contains("progress.damaged-1.json"))
        #expect(try companion.course.text(".workbook/progress.damaged-1.json") == "{")
    }
}
